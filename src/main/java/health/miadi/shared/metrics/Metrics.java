package health.miadi.shared.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Everything that this node counts, and its {@link Reading}s, as Prometheus reads them. */
public final class Metrics {
    /** What they are written in. */
    static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    /** In seconds: a list is answered in some 10 ms, a booking in 20 to 50, the search of a hospital in hundreds. */
    private static final double[] ANSWERS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

    /** In seconds: a free connection takes microseconds, and nobody waits beyond the limit, 2 s as it comes. */
    private static final double[] WAITS = {.001, .005, .025, .1, .5, 1, 2, 5};

    /** Classes of SQL states that mean an outage, and those states that mean a lock or a time limit; all others are {@code other}. */
    private static final List<String> STATES = List.of("08", "53", "57", "58", "25006", "40P01", "55P03", "57014");

    private static final PrometheusRegistry REGISTRY = new PrometheusRegistry();
    private static final Map<String, List<String>> DECLARED = new TreeMap<>();
    private static final AtomicBoolean RUNS_IN_SERVER = new AtomicBoolean();

    private static final Counter REQUESTS = counter(
            "miadi_http_requests_total",
            "Requests that were answered, by operation of the API or by what else served them.",
            "operation",
            "method",
            "status");
    private static final Histogram DURATIONS = histogram(
            "miadi_http_request_duration_seconds",
            "How long answering took; streams of events are not among them.",
            ANSWERS,
            "operation",
            "method");
    private static final Counter REFUSALS = counter(
            "miadi_refusals_total",
            "Problems that were answered, by type and by the rule that refused.",
            "type",
            "rule");
    private static final Counter ACTIONS = counter(
            "miadi_actions_total",
            "What was done and committed on this node, as the audit trail names it: bookings, moves, cancellations, sign-ins.",
            "entity",
            "action");
    private static final Counter LIMITS =
            counter("miadi_limits_hit_total", "Requests that a limit turned away.", "limit");
    private static final Histogram POOL_WAITS =
            histogram("miadi_database_pool_wait_seconds", "How long transactions waited for a connection.", WAITS);
    private static final Counter POOL_TIMEOUTS =
            counter("miadi_database_pool_timeouts_total", "Transactions that waited for a connection in vain.");
    private static final Counter FAILURES = counter(
            "miadi_database_failures_total",
            "Requests that the database failed: 55P03 waited too long for a lock, 40P01 deadlock, 57014 took too long;"
                    + " 08, 53, 57, 58 it was away or out of something.",
            "state");
    private static final Counter SLOW_STATEMENTS = counter(
            "miadi_database_slow_statements_total",
            "Statements that took longer than MIADI_LOG_SLOW_STATEMENT_MILLIS.");
    private static final Counter READS =
            counter("miadi_database_reads_total", "Reads that a read replica may serve, by who served them.", "served");
    private static final Counter VERIFICATIONS = counter(
            "miadi_audit_verifications_total", "Times that somebody had the audit trail verified here.", "outcome");

    static {
        for (Reading reading : Reading.values()) {
            declare(reading.metric());
            GaugeWithCallback.builder()
                    .name(reading.metric())
                    .help(reading.help())
                    .callback(value -> reading.now().ifPresent(value::call))
                    .register(REGISTRY);
        }
        // a rate of what never happened is 0, not nothing
        Arrays.stream(Limit.values()).forEach(limit -> LIMITS.initLabelValues(limit.word()));
        STATES.forEach(FAILURES::initLabelValues);
        List.of("replica", "primary").forEach(READS::initLabelValues);
        List.of("holds", "broken").forEach(VERIFICATIONS::initLabelValues);
    }

    private Metrics() {}

    /** A request was answered; all three words are from a short list. */
    public static void answered(String operation, String method, int status, long nanos) {
        REQUESTS.labelValues(operation, method, Integer.toString(status)).inc();
        DURATIONS.labelValues(operation, method).observe(nanos / NANOS);
    }

    /** A stream of events ended, or was refused. */
    public static void streamed(String operation, String method, int status) {
        REQUESTS.labelValues(operation, method, Integer.toString(status)).inc();
    }

    /** A problem of that type was answered, because of that rule where there is one. */
    public static void refused(String slug, @Nullable String rule) {
        REFUSALS.labelValues(slug, rule == null ? "" : rule).inc();
    }

    /** That was done to so many, and committed. */
    public static void done(String entity, String action, int times) {
        ACTIONS.labelValues(entity, action).inc(times);
    }

    /** A request was turned away. */
    public static void reached(Limit limit) {
        LIMITS.labelValues(limit.word()).inc();
    }

    /** A transaction got its connection. */
    public static void waitedForConnection(long nanos) {
        POOL_WAITS.observe(nanos / NANOS);
    }

    /** A transaction got none in time. */
    public static void waitedInVain() {
        POOL_TIMEOUTS.inc();
    }

    /** The database refused to work, with that SQL state. */
    public static void databaseFailed(String sqlState) {
        FAILURES.labelValues(STATES.contains(sqlState) ? sqlState : stateClass(sqlState))
                .inc();
    }

    private static String stateClass(String sqlState) {
        String start = sqlState.length() == 5 ? sqlState.substring(0, 2) : "";
        return STATES.contains(start) ? start : "other";
    }

    /** A statement took long. */
    public static void slowStatement() {
        SLOW_STATEMENTS.inc();
    }

    /** A read that a replica may serve was served, by it or by the primary. */
    public static void read(boolean byReplica) {
        READS.labelValues(byReplica ? "replica" : "primary").inc();
    }

    /** Somebody had the audit trail verified. */
    public static void auditVerified(boolean holds) {
        VERIFICATIONS.labelValues(holds ? "holds" : "broken").inc();
    }

    /** Adds what the server's process itself is like, once. */
    static void runInServer(String version) {
        if (RUNS_IN_SERVER.compareAndSet(false, true)) {
            declare("miadi_build_info", "version");
            Info.builder()
                    .name("miadi_build_info")
                    .help("Which Miadi this is.")
                    .labelNames("version")
                    .register(REGISTRY)
                    .addLabelValues(version);
            JvmMemoryMetrics.builder().register(REGISTRY);
            JvmGarbageCollectorMetrics.builder().register(REGISTRY);
            JvmThreadsMetrics.builder().register(REGISTRY);
            JvmClassLoadingMetrics.builder().register(REGISTRY);
            JvmRuntimeInfoMetric.builder().register(REGISTRY);
            ProcessMetrics.builder().register(REGISTRY);
        }
    }

    /** Every metric of Miadi's own by the name that a query uses, with its labels, whether or not it has a value yet. */
    static Map<String, List<String>> declared() {
        return Map.copyOf(DECLARED);
    }

    static void write(OutputStream output) throws IOException {
        PrometheusTextFormatWriter.create().write(output, REGISTRY.scrape());
    }

    private static Counter counter(String name, String help, String... labels) {
        declare(name, labels);
        return Counter.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(REGISTRY);
    }

    private static Histogram histogram(String name, String help, double[] bounds, String... labels) {
        List.of("_bucket", "_count", "_sum").forEach(part -> declare(name + part, labels));
        return Histogram.builder()
                .name(name)
                .unit(Unit.SECONDS)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(bounds)
                .withoutExemplars()
                .register(REGISTRY);
    }

    private static void declare(String name, String... labels) {
        DECLARED.put(name, List.of(labels));
    }
}
