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
import org.jspecify.annotations.Nullable;

/**
 * Warns of statements that take long, by their text as the code has it, without values, a fingerprint of it, and PostgreSQL's own
 * query id where it is known: whoever ran the statement is not told, so {@link QueryIds} looks for it later.
 */
final class SlowStatements {
    private static final Logger LOG = Logger.getLogger(SlowStatements.class.getName());
    private static final int FINGERPRINT = 12;
    private static final int LONGEST = 1_000;

    private final long slowNanos;
    private final @Nullable QueryIds ids;

    /**
     * Watches, and looks for ids where there is somebody who does.
     *
     * @param slowMillis from which duration on a statement is slow
     */
    SlowStatements(int slowMillis, @Nullable QueryIds ids) {
        this.ids = ids;
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

    private void tell(String sql, long nanos) {
        Metrics.slowStatement();
        String text = normal(sql);
        String fingerprint = fingerprint(text);
        LOG.log(Level.WARNING, "slow statement: fingerprint={0} queryid={1} millis={2} {3}", new Object[] {
            fingerprint,
            ids == null ? "-" : ids.of(fingerprint, sql),
            Long.toString(TimeUnit.NANOSECONDS.toMillis(nanos)),
            text.substring(0, Math.min(LONGEST, text.length()))
        });
    }

    /** The text without values that stand in it, lists of parameters as one, on one line. */
    static String normal(String sql) {
        return lists(sql.replaceAll("'(?:[^']|'')*'", "?")
                .replaceAll("(?<![\\w$])\\d+(?:\\.\\d+)?", "?")
                .replaceAll("\\s+", " ")
                .strip());
    }

    /** Lists of parameters as one. */
    static String lists(String text) {
        return text.replaceAll("\\?(?: ?, ?\\?)+", "?");
    }

    static String fingerprint(String text) {
        return HexFormat.of().formatHex(Sha256.of(text)).substring(0, FINGERPRINT);
    }
}
