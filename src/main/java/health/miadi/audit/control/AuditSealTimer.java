package health.miadi.audit.control;

import health.miadi.shared.metrics.Reading;
import health.miadi.shared.persistence.TimerTurns;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Seals what was written, once a second, on one of the nodes. */
@Singleton
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSealTimer {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    @EJB
    AuditSealing sealing;

    @EJB
    TimerTurns turns;

    @Inject
    Clock clock;

    /** All that was written until then is in the chain, as far as this node knows. */
    private volatile @Nullable Instant sealedUntil;

    @PostConstruct
    void measure() {
        Reading.AUDIT_UNSEALED.from(this::unsealedSeconds);
    }

    /** A node that has not looked yet knows of nothing that waits; its clock may be behind the database's. */
    private double unsealedSeconds() {
        Instant since = sealedUntil;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1_000d);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void seal() {
        Instant looked = clock.instant();
        Optional<Instant> waiting = sealing.waitingSince();
        sealedUntil = waiting.orElse(looked);
        if (waiting.isPresent() && turns.take("audit-seals", PERIOD)) {
            boolean more = sealing.seal();
            while (more) {
                more = sealing.seal();
            }
            sealedUntil = looked;
        }
    }
}
