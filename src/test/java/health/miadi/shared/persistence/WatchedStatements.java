package health.miadi.shared.persistence;

import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Statements that do nothing, with and without being timed, for a measurement. */
public final class WatchedStatements {
    private static final int NEVER_MILLIS = 600_000;

    private final SlowStatements slow = new SlowStatements(NEVER_MILLIS, null);
    private final PreparedStatement idle = (PreparedStatement) Proxy.newProxyInstance(
            WatchedStatements.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) -> method.getReturnType() == int.class ? 0 : null);
    private final int values;

    /** @param values that are bound to each */
    public WatchedStatements(int values) {
        this.values = values;
    }

    /** One that is timed. */
    public void watched() {
        run(slow.watch(PreparedStatement.class, idle, "SELECT 1"));
    }

    /** One that is not. */
    public void unwatched() {
        run(idle);
    }

    private void run(PreparedStatement statement) {
        try {
            for (int i = 1; i <= values; i++) {
                statement.setObject(i, "x");
            }
            statement.executeUpdate();
            statement.close();
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
