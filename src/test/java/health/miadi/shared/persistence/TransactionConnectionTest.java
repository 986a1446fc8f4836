package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** R-SCALE-1. */
    @Nested
    class WithAReplica {
        private final List<String> replicaDid = new ArrayList<>();
        private final List<String> primaryDid = new ArrayList<>();
        private @Nullable SQLException failure;
        private boolean caughtUp = true;

        private final Connection both = TransactionConnection.over(new TransactionConnection.Source() {
            @Override
            public Connection borrow() {
                return recording(primaryDid, () -> null);
            }

            @Override
            public @Nullable Connection replica(@Nullable Connection held) {
                return caughtUp ? recording(replicaDid, () -> failure) : null;
            }

            @Override
            public void replicaFailed(SQLException why) {
                replicaDid.add("failed " + why.getSQLState());
            }
        });

        private void read() throws Exception {
            reading(() -> {
                try (PreparedStatement statement = both.prepareStatement("SELECT visits")) {
                    statement.setInt(1, 7);
                    statement.executeQuery();
                }
            });
        }

        @Test
        void whatIsMarkedIsReadFromItAndNothingElse() throws Exception {
            read();
            both.prepareStatement("SELECT rights").close();

            assertThat(replicaDid)
                    .containsExactly("prepareStatement SELECT visits", "setInt 1", "executeQuery", "close", "close");
            assertThat(primaryDid).containsExactly("prepareStatement SELECT rights", "close", "close");
        }

        @Test
        void oneThatIsNotAsFarLeavesTheReadToThePrimary() throws Exception {
            caughtUp = false;
            read();

            assertThat(replicaDid).isEmpty();
            assertThat(primaryDid).contains("prepareStatement SELECT visits", "executeQuery");
        }

        @Test
        void whoHasWrittenInATransactionReadsThere() throws Exception {
            both.setAutoCommit(false);
            read();
            both.prepareStatement("UPDATE visits").close();
            replicaDid.clear();
            read();

            assertThat(replicaDid).isEmpty();
            both.commit();
            read();
            assertThat(replicaDid).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"08006", "57P01", "40001", "25006"})
        void aReadThatItFailsIsThePrimarysWithTheSameValues(String state) throws Exception {
            failure = new SQLException("gone", state);
            read();

            assertThat(replicaDid).contains("failed " + state).endsWith("close");
            assertThat(primaryDid)
                    .containsExactly("prepareStatement SELECT visits", "setInt 1", "executeQuery", "close", "close");
        }

        @ParameterizedTest
        @ValueSource(strings = {"57014", "42601"})
        void whatWouldFailThereAsWellIsNotTriedAgain(String state) {
            failure = new SQLException("wrong", state);

            assertThatThrownBy(this::read).isSameAs(failure);
            assertThat(primaryDid).isEmpty();
            assertThat(replicaDid).endsWith("close", "close");
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void reading(Work work) throws Exception {
        new ReplicaInterceptor().reading((InvocationContext) Proxy.newProxyInstance(
                TransactionConnectionTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> {
                    work.run();
                    return null;
                }));
    }

    /** A connection that writes down what is done with it and its statements, whose executions fail with that. */
    private static Connection recording(List<String> done, Supplier<@Nullable SQLException> failure) {
        return (Connection) Proxy.newProxyInstance(
                TransactionConnectionTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("isClosed")) {
                        return false;
                    }
                    boolean prepares = method.getName().equals("prepareStatement");
                    if (prepares || method.getName().equals("close")) {
                        done.add(method.getName() + (prepares ? " " + arguments[0] : ""));
                    }
                    return prepares ? statement(done, failure) : null;
                });
    }

    private static PreparedStatement statement(List<String> done, Supplier<@Nullable SQLException> failure) {
        return (PreparedStatement) Proxy.newProxyInstance(
                TransactionConnectionTest.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    SQLException fails = failure.get();
                    if (method.getName().startsWith("execute") && fails != null) {
                        throw fails;
                    }
                    done.add(method.getName() + (arguments == null ? "" : " " + arguments[0]));
                    return null;
                });
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
