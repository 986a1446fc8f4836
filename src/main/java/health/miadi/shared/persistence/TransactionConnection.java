package health.miadi.shared.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection that cannot die, for a server's pool to keep and to enlist in its transactions: it takes a living one from
 * {@link DatabasePool} with the first statement of a transaction, and gives it back when the transaction ends. Outside of
 * transactions each statement has one of its own. One that broke goes with its transaction, whose later statements are refused
 * as the outage that it is; the next takes another.
 */
final class TransactionConnection implements InvocationHandler {
    private static final String BROKEN = "08003";

    private final Source source;

    private @Nullable Connection held;
    private boolean autoCommit = true;
    /** Whether this transaction has written: what it reads then, only its own connection shows. */
    private boolean wrote;

    private boolean closed;

    private TransactionConnection(Source source) {
        this.source = source;
    }

    /** Where living connections come from. */
    interface Source {
        Connection borrow() throws SQLException;

        /**
         * A connection to a replica for one read, or null when there is none that has all that was committed by now.
         *
         * @param held the connection that the transaction works with, null before its first statement
         */
        default @Nullable Connection replica(@Nullable Connection held) throws SQLException {
            return null;
        }

        /** That replica failed a read. */
        default void replicaFailed(SQLException why) {}

        /** A transaction begins on that connection. */
        default void begun(Connection connection) throws SQLException {}

        /** A statement was made on one of them, with that text if it has one already; what comes back is used in its place. */
        default <T extends Statement> T made(Class<T> type, T statement, String sql) {
            return statement;
        }
    }

    static Connection over(Source source) {
        return proxy(Connection.class, new TransactionConnection(source));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "toString" -> "a connection per transaction";
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            case "isClosed" -> closed;
            case "isValid" -> !closed;
            case "getAutoCommit" -> autoCommit;
            case "setAutoCommit" -> setAutoCommit(arguments != null && Boolean.TRUE.equals(arguments[0]));
            case "commit" -> end(TransactionConnection::commit);
            case "close" -> close();
            // what a transaction would inherit from the one before it: nothing
            case "isReadOnly" -> false;
            case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
            case "getHoldability" -> ResultSet.CLOSE_CURSORS_AT_COMMIT;
            case "getNetworkTimeout" -> 0;
            case "getWarnings", "clearWarnings", "setReadOnly", "setHoldability", "setClientInfo" -> null;
            case "setTransactionIsolation" -> requireUsual(arguments);
            case "setNetworkTimeout" -> throw new SQLFeatureNotSupportedException();
            case "isWrapperFor" -> arguments != null && arguments[0] == Connection.class;
            case "rollback" ->
                arguments == null || arguments.length == 0
                        ? end(TransactionConnection::rollBack)
                        : call(transaction(), method, arguments);
            default -> {
                Object read = fromReplica(method, arguments);
                yield read != null ? read : onPrimary(method, arguments);
            }
        };
    }

    /** WildFly's pool asks each new connection for what it has already. */
    private static @Nullable Object requireUsual(@Nullable Object @Nullable [] arguments)
            throws SQLFeatureNotSupportedException {
        if (arguments == null
                || !(arguments[0] instanceof Integer level)
                || level > Connection.TRANSACTION_READ_COMMITTED) {
            throw new SQLFeatureNotSupportedException();
        }
        return null;
    }

    private @Nullable Object setAutoCommit(boolean wanted) throws SQLException {
        if (wanted && !autoCommit) {
            end(TransactionConnection::commit);
        }
        autoCommit = wanted;
        return null;
    }

    private @Nullable Object close() throws SQLException {
        closed = true;
        return end(TransactionConnection::rollBack);
    }

    private static void commit(Connection connection) throws SQLException {
        unbroken(connection).commit();
    }

    /** EclipseLink, for one, tries a read again on the connection that has just broken under it. */
    private static Connection unbroken(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            throw new SQLNonTransientConnectionException("the connection broke earlier in this transaction", BROKEN);
        }
        return connection;
    }

    /** What a broken connection began, PostgreSQL has rolled back itself: nothing failed, and a server has nothing to log. */
    private static void rollBack(Connection connection) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException thrown) {
            if (!connection.isClosed()) {
                throw thrown;
            }
        }
    }

    private Connection transaction() throws SQLException {
        Connection running = held;
        if (running == null) {
            running = source.borrow();
            held = running;
            running.setAutoCommit(false);
            source.begun(running);
        }
        return unbroken(running);
    }

    private @Nullable Object onPrimary(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        return autoCommit ? alone(method, arguments) : inTransaction(method, arguments);
    }

    /** The statement on a replica, where this thread reads what one may serve (R-SCALE-1) and one has it. */
    private @Nullable Object fromReplica(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (wrote || !ReplicaInterceptor.isReading() || !method.getName().equals("prepareStatement")) {
            return null;
        }
        Connection replica = source.replica(held);
        if (replica == null) {
            return null;
        }
        boolean kept = false;
        try {
            var statement = (PreparedStatement)
                    made(method, (Statement) Objects.requireNonNull(call(replica, method, arguments)), arguments);
            kept = true;
            return ReplicaStatement.over(
                    replica,
                    statement,
                    () -> (PreparedStatement) Objects.requireNonNull(onPrimary(method, arguments)),
                    source::replicaFailed);
        } finally {
            if (!kept) {
                replica.close();
            }
        }
    }

    private static boolean isRead(String sql) {
        return sql.stripLeading().regionMatches(true, 0, "SELECT", 0, "SELECT".length());
    }

    private @Nullable Object inTransaction(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        Object result = call(transaction(), method, arguments);
        if (result instanceof Statement statement) {
            wrote = wrote || !isRead(text(arguments));
            return made(method, statement, arguments);
        }
        return result;
    }

    private static String text(@Nullable Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
    }

    private Object made(Method method, Statement statement, @Nullable Object @Nullable [] arguments) {
        return made(method.getReturnType().asSubclass(Statement.class), statement, text(arguments));
    }

    private <T extends Statement> T made(Class<T> type, Statement statement, String sql) {
        return source.made(type, type.cast(statement), sql);
    }

    private interface Ending {
        void of(Connection connection) throws SQLException;
    }

    private @Nullable Object end(Ending ending) throws SQLException {
        Connection ended = held;
        held = null;
        wrote = false;
        if (ended != null) {
            try (ended) {
                ending.of(ended);
            } catch (SQLException failed) {
                if (Outages.isOutage(failed)) {
                    DatabasePatience.lose();
                }
                throw failed;
            }
        }
        return null;
    }

    private @Nullable Object alone(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        Connection borrowed = source.borrow();
        boolean kept = false;
        try {
            Object result = call(borrowed, method, arguments);
            if (result instanceof Statement statement) {
                Object watched = made(method, statement, arguments);
                kept = true;
                return proxy(
                        method.getReturnType(),
                        (proxy, called, values) -> onStatement(watched, borrowed, called, values));
            }
            return result;
        } finally {
            if (!kept) {
                borrowed.close();
            }
        }
    }

    private static @Nullable Object onStatement(
            Object statement, Connection borrowed, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("close")) {
            try (borrowed) {
                return call(statement, method, arguments);
            }
        }
        return call(statement, method, arguments);
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(TransactionConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
