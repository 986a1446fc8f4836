package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one request waits for the database (ADR 0035). */
class DatabasePatienceTest {
    private static final DatabaseLimits LIMITS = DatabaseLimits.of(TestConfig.of(Map.of()));

    /** Within which every request is answered, whatever the database does. */
    private static final int ANSWER_MILLIS = 5_000;

    private final List<Integer> silences = new ArrayList<>();
    private int asked;

    @AfterEach
    void end() {
        DatabasePatience.end();
    }

    @Test
    void afterAnOutageTheRequestAsksNoMoreAndTheNextDoes() throws SQLException {
        DatabasePatience.begin();
        assertThatThrownBy(() -> DatabasePatience.within(LIMITS, this::away)).hasMessage("away");
        assertThatThrownBy(() -> DatabasePatience.within(LIMITS, this::away))
                .isInstanceOf(SQLTransientConnectionException.class)
                .hasMessage("the database failed earlier in this request");
        assertThat(asked).isEqualTo(1);

        DatabasePatience.begin();
        DatabasePatience.within(LIMITS, this::there);
        DatabasePatience.lose();
        assertThatThrownBy(() -> DatabasePatience.within(LIMITS, this::there)).isInstanceOf(SQLException.class);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whatWasWaitedForAConnectionIsTakenOffItsSilenceButASecondIsLeft() throws SQLException {
        DatabasePatience.begin();
        DatabasePatience.within(LIMITS, this::there);
        DatabasePatience.within(LIMITS, () -> {
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return there();
        });
        assertThat(silences.get(0)).isLessThanOrEqualTo(4_000);
        assertThat(silences.get(1)).isBetween(1_000, 3_950);
        DatabasePatience.within(new DatabaseLimits(20, 2_000, 1, 2, 5, 3, 2, 1_000, false), this::there);
        assertThat(silences.get(2)).isEqualTo(1_000);
    }

    /** A limit is of no use behind a shorter one, and all of them leave a request time to be answered in five seconds. */
    @Test
    void asTheyAreShippedTheLimitsLieInsideOneAnother() {
        assertThat(LIMITS.lockSeconds()).isLessThan(LIMITS.statementSeconds());
        assertThat(LIMITS.statementSeconds()).isLessThan(LIMITS.socketSeconds());
        assertThat(LIMITS.statementSeconds() * 1_000).isLessThan(LIMITS.requestMillis());
        assertThat(LIMITS.poolWaitMillis() + LIMITS.lockSeconds() * 1_000).isLessThanOrEqualTo(LIMITS.requestMillis());
        assertThat(LIMITS.connectSeconds() * 1_000).isLessThanOrEqualTo(LIMITS.poolWaitMillis());
        assertThat(LIMITS.validationMillis()).isLessThan(LIMITS.poolWaitMillis());
        assertThat(LIMITS.requestMillis()).isLessThanOrEqualTo(ANSWER_MILLIS - 1_000);
    }

    @Test
    void whoWorksForNoRequestHasNoSuchLimit() throws SQLException {
        assertThatThrownBy(() -> DatabasePatience.within(LIMITS, this::away)).hasMessage("away");
        DatabasePatience.within(LIMITS, this::there);
        assertThat(asked).isEqualTo(2);
        assertThat(silences).isEmpty();
    }

    private Connection away() throws SQLException {
        asked++;
        throw new SQLTransientConnectionException("away");
    }

    private Connection there() {
        asked++;
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    silences.add((Integer) arguments[1]);
                    return null;
                });
    }
}
