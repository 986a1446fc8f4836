package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a transaction sees of a connection that breaks under it (ADR 0035). */
class TransactionConnectionTest {
    private final List<Pooled> taken = new ArrayList<>();

    private final Connection connection = TransactionConnection.over(() -> {
        var pooled = new Pooled();
        taken.add(pooled);
        return pooled.connection();
    });

    @Test
    void whatIsTriedAgainOnABrokenConnectionIsRefusedAsTheOutageThatItIs() throws SQLException {
        connection.setAutoCommit(false);
        connection.createStatement();
        taken.get(0).broken = true;

        assertThatThrownBy(connection::createStatement)
                .satisfies(thrown -> assertThat(Outages.of(thrown)).isPresent());
        assertThatThrownBy(connection::commit)
                .satisfies(thrown -> assertThat(Outages.of(thrown)).isPresent());
    }

    @Test
    void aBrokenConnectionIsRolledBackWithoutAWordAndTheNextTransactionTakesAnother() throws SQLException {
        connection.setAutoCommit(false);
        connection.createStatement();
        taken.get(0).broken = true;

        connection.rollback();
        connection.createStatement();

        assertThat(taken).hasSize(2);
        assertThat(taken.get(0).given).isTrue();
        assertThat(taken.get(1).given).isFalse();
    }

    /** A pool's connection: broken, it says that it is closed, and refuses everything without a state, as HikariCP's do. */
    private static final class Pooled {
        private boolean broken;
        private boolean given;

        private Connection connection() {
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "isClosed":
                                return broken || given;
                            case "close":
                                given = true;
                                return null;
                            default:
                                if (broken) {
                                    throw new SQLException("Connection is closed");
                                }
                                return method.getReturnType() == Statement.class ? statement() : null;
                        }
                    });
        }

        private Statement statement() {
            return (Statement) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> null);
        }
    }
}
