package health.miadi.shared.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A read that the replica serves, and the primary where the replica fails it: the same statement with the same values. With it
 * goes the connection that it has for itself.
 */
final class ReplicaStatement implements InvocationHandler {
    /** A read that was in the way of what the replica had to replay, and one that writes. */
    private static final Set<String> FOR_THE_PRIMARY = Set.of("40001", "40P01", "25006");

    private static final String TOOK_TOO_LONG = "57014";

    private final Connection replica;
    private final Primary primary;
    private final Failure failure;
    private final List<Value> values = new ArrayList<>();
    private PreparedStatement statement;

    private ReplicaStatement(Connection replica, PreparedStatement statement, Primary primary, Failure failure) {
        this.replica = replica;
        this.statement = statement;
        this.primary = primary;
        this.failure = failure;
    }

    /** Makes the same statement on the primary. */
    interface Primary {
        PreparedStatement statement() throws Throwable;
    }

    /** Hears that the replica failed. */
    interface Failure {
        void heard(SQLException why);
    }

    private record Value(Method method, @Nullable Object @Nullable [] arguments) {}

    static PreparedStatement over(Connection replica, PreparedStatement statement, Primary primary, Failure failure) {
        return (PreparedStatement) Proxy.newProxyInstance(
                ReplicaStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new ReplicaStatement(replica, statement, primary, failure));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (name.equals("close")) {
            try (replica) {
                return call(method, arguments);
            }
        }
        if (name.startsWith("set")) {
            values.add(new Value(method, arguments));
        }
        try {
            return call(method, arguments);
        } catch (SQLException failed) {
            if (!name.startsWith("execute") || !isForThePrimary(failed)) {
                throw failed;
            }
            failure.heard(failed);
            moveToThePrimary();
            return call(method, arguments);
        }
    }

    private void moveToThePrimary() throws Throwable {
        PreparedStatement broken = statement;
        statement = primary.statement();
        try {
            broken.close();
        } catch (SQLException closing) {
            // what is broken has nothing more to say
            failure.heard(closing);
        }
        for (Value value : values) {
            call(value.method(), value.arguments());
        }
    }

    private static boolean isForThePrimary(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        return FOR_THE_PRIMARY.contains(state) || (Outages.isOutage(failed) && !state.equals(TOOK_TOO_LONG));
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
