package health.miadi.shared.metrics;

import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** A value that goes up and down, and is read when somebody asks for it, from whoever knows it on this node. */
@SuppressWarnings("ImmutableEnumChecker") // a reading stays the same; who knows it comes and goes with the application
public enum Reading {
    REQUESTS_RUNNING("miadi_http_requests_running", "Requests to the API that this node works on now."),
    REQUESTS_LIMIT("miadi_http_requests_limit", "Requests to the API that it works on at once, at most."),
    BODIES_ARRIVING("miadi_http_bodies_arriving", "Requests to the API whose body has not all come yet."),
    BODIES_LIMIT("miadi_http_bodies_limit", "Bodies that this node waits for at once, at most."),
    POOL_ACTIVE("miadi_database_pool_active", "Connections to the database that work now."),
    POOL_IDLE("miadi_database_pool_idle", "Connections to the database that rest."),
    POOL_WAITING("miadi_database_pool_waiting", "Threads that wait for a connection."),
    POOL_LIMIT("miadi_database_pool_limit", "Connections that this node has at most."),
    REPLICA_MISSING(
            "miadi_database_replica_missing_bytes",
            "How much of the primary's log the read replica had still to replay when a read last asked."),
    REPLICA_USED(
            "miadi_database_replica_used",
            "1 while the read replica serves reads, 0 while the primary serves them all."),
    EVENT_STREAMS("miadi_event_streams", "Open streams of events."),
    EVENT_STREAMS_LIMIT("miadi_event_streams_limit", "Streams of events that this node serves at most."),
    NOTIFICATIONS_HEARD(
            "miadi_notifications_heard", "1 while this node hears what the database tells, 0 while it asks instead."),
    AUDIT_UNSEALED(
            "miadi_audit_unsealed_seconds",
            "How long the oldest entry of the audit trail waits for its seal; without one, how long nobody looked.");

    private final String metric;
    private final String help;
    private volatile @Nullable DoubleSupplier source;

    Reading(String metric, String help) {
        this.metric = metric;
        this.help = help;
    }

    /** Says where it is read from now on. */
    public void from(DoubleSupplier from) {
        source = from;
    }

    String metric() {
        return metric;
    }

    String help() {
        return help;
    }

    /** The value now; none while nobody knows it, as when this node starts or stops. */
    OptionalDouble now() {
        DoubleSupplier known = source;
        try {
            return known == null ? OptionalDouble.empty() : OptionalDouble.of(known.getAsDouble());
        } catch (RuntimeException gone) {
            return OptionalDouble.empty();
        }
    }
}
