package health.miadi.shared.persistence;

import health.miadi.shared.hash.Sha256;
import health.miadi.shared.metrics.Metrics;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Warns of statements that take long, by their text as the code has it, without values, and a fingerprint of it. PostgreSQL's own
 * query id is not told to who ran the statement.
 */
final class SlowStatements {
    private static final Logger LOG = Logger.getLogger(SlowStatements.class.getName());
    private static final int FINGERPRINT = 12;
    private static final int LONGEST = 1_000;

    private final long slowNanos;

    SlowStatements(int slowMillis) {
        slowNanos = TimeUnit.MILLISECONDS.toNanos(slowMillis);
    }

    /** The same statement, watched. */
    <T extends Statement> T watch(Class<T> type, T statement, String sql) {
        return type.cast(Proxy.newProxyInstance(
                SlowStatements.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean executes = method.getName().startsWith("execute");
                    long begun = executes ? System.nanoTime() : 0;
                    try {
                        return method.invoke(statement, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    } finally {
                        if (executes && System.nanoTime() - begun >= slowNanos) {
                            boolean given = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
                            tell(given ? (String) arguments[0] : sql, System.nanoTime() - begun);
                        }
                    }
                }));
    }

    private static void tell(String sql, long nanos) {
        Metrics.slowStatement();
        String text = normal(sql);
        LOG.log(Level.WARNING, "slow statement: fingerprint={0} millis={1} {2}", new Object[] {
            fingerprint(text),
            Long.toString(TimeUnit.NANOSECONDS.toMillis(nanos)),
            text.substring(0, Math.min(LONGEST, text.length()))
        });
    }

    /** The text without values that stand in it, lists of parameters as one, on one line. */
    static String normal(String sql) {
        return sql.replaceAll("'(?:[^']|'')*'", "?")
                .replaceAll("(?<![\\w$])\\d+(?:\\.\\d+)?", "?")
                .replaceAll("\\s+", " ")
                .replaceAll("\\?(?: ?, ?\\?)+", "?")
                .strip();
    }

    static String fingerprint(String text) {
        return HexFormat.of().formatHex(Sha256.of(text)).substring(0, FINGERPRINT);
    }
}
