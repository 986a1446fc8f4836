package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** A statement that took long is told of without any value that it had. */
class SlowStatementsTest {
    private static final Logger LOG = Logger.getLogger(SlowStatements.class.getName());

    private final List<String> told = new ArrayList<>();

    @Test
    void valuesAreNoPartOfATextAndListsOfAnyLengthAreOne() {
        String text = SlowStatements.normal(
                "SELECT id  FROM patients\n WHERE name = 'O''Tieno' AND age > 42 AND id IN (?, ?,?) AND t1.x = $1");
        assertThat(text).isEqualTo("SELECT id FROM patients WHERE name = ? AND age > ? AND id IN (?) AND t1.x = $1");
        assertThat(SlowStatements.fingerprint(text))
                .hasSize(12)
                .isEqualTo(SlowStatements.fingerprint(SlowStatements.normal(
                        "SELECT id FROM patients WHERE name = 'x' AND age > 7 AND id IN (?) AND t1.x = $1")));
    }

    @Test
    void whatExecutesIsTimedAndWhatFailsFailsAsBefore() throws SQLException {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                told.add(new SimpleFormatter().formatMessage(logged));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
        try {
            PreparedStatement statement =
                    new SlowStatements(0, null).watch(PreparedStatement.class, real(), "SELECT 'Amina'");
            statement.setString(1, "Otieno");
            assertThat(told).isEmpty();
            assertThat(statement.executeUpdate()).isEqualTo(3);
            assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
        } finally {
            LOG.setUseParentHandlers(true);
            LOG.removeHandler(handler);
        }
        assertThat(told)
                .hasSize(2)
                .allMatch(line ->
                        line.matches("slow statement: fingerprint=[0-9a-f]{12} queryid=- millis=\\d+ SELECT \\?"));
    }

    private static PreparedStatement real() {
        return (PreparedStatement) Proxy.newProxyInstance(
                SlowStatementsTest.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("executeQuery")) {
                        throw new SQLException("no");
                    }
                    return method.getName().equals("executeUpdate") ? 3 : null;
                });
    }
}
