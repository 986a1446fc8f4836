package health.miadi.record.control;

import health.miadi.identity.control.SecondFactors;
import health.miadi.shared.persistence.TimerTurns;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Refuses to start without the keys of the records (R-AUTH-9), says which of those in use are missing, and moves what former
 * keys sealed to the current one, on one node, while the application runs (R-REC-4).
 *
 * <p>Where it stands is in the data alone: a run that was ended in the middle is taken up by the next turn.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecordResealingTimer {
    private static final Logger LOG = Logger.getLogger(RecordResealingTimer.class.getName());
    private static final String TURN = "record-resealing";

    /** A line of progress each time that so many versions are done. */
    private static final long TOLD_EVERY = 5_000;

    @Resource
    TimerService timers;

    @EJB
    RecordResealing resealing;

    @EJB
    TimerTurns turns;

    @EJB
    SecondFactors factors;

    @Inject
    RecordEncryption encryption;

    @Inject
    RecordKeys keys;

    @Inject
    Clock clock;

    @Inject
    @Configured(Setting.RECORDS_RESEAL_SECONDS)
    int periodSeconds;

    private long unreadableBefore = -1;

    @PostConstruct
    void start() {
        keys.ring();
        RecordEncryption.Progress progress = encryption.progress();
        if (progress.versions().unreadable() > 0) {
            LOG.log(
                    Level.SEVERE,
                    "Medical records cannot be read: {0} versions are sealed with keys that are not configured: {1}",
                    new Object[] {Long.toString(progress.versions().unreadable()), progress.missingKeys()});
        }
        if (progress.secrets().unreadable() > 0) {
            LOG.log(
                    Level.SEVERE,
                    "{0} authenticator apps do not count: their secrets are sealed with keys that are not configured: {1}",
                    new Object[] {Long.toString(progress.secrets().unreadable()), progress.missingKeys()});
        }
        Duration period = Duration.ofSeconds(periodSeconds);
        timers.createIntervalTimer(period.toMillis(), period.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void resealSome() {
        if (keys.ring().former().isEmpty()) {
            return;
        }
        Duration period = Duration.ofSeconds(periodSeconds);
        try {
            resealSecrets();
            if (encryption.progress().versions().remaining() > 0 && turns.take(TURN, period)) {
                reseal(clock.instant().plus(period));
            }
        } catch (RuntimeException unreachable) {
            LOG.log(
                    Level.WARNING,
                    "medical records could not be sealed anew; trying again: {0}",
                    unreachable.getClass().getName());
        }
    }

    /** The secrets of accounts are few: any node seals them anew, before the records (R-AUTH-10). */
    private void resealSecrets() {
        Optional<UUID> last = Optional.empty();
        do {
            last = factors.reseal(last.orElse(null));
        } while (last.isPresent());
    }

    /** Goes on until there is nothing left, or it is another node's turn. */
    private void reseal(Instant until) {
        long resealed = 0;
        long unreadable = 0;
        for (String key : keys.ring().former()) {
            Optional<UUID> last = Optional.empty();
            do {
                RecordResealing.Batch batch = resealing.next(key, last);
                if ((resealed + batch.resealed()) / TOLD_EVERY > resealed / TOLD_EVERY) {
                    tell(Level.INFO, resealed + batch.resealed());
                }
                resealed += batch.resealed();
                unreadable += batch.unreadable();
                last = batch.last();
            } while (last.isPresent() && clock.instant().isBefore(until));
        }
        if (resealed > 0 || unreadable != unreadableBefore) {
            tell(unreadable == 0 ? Level.INFO : Level.SEVERE, resealed);
        }
        unreadableBefore = unreadable;
    }

    private void tell(Level level, long resealed) {
        RecordEncryption.Progress progress = encryption.progress();
        LOG.log(level, "Medical records: {0} versions sealed anew with key {1}, {2} of {3} remain", new Object[] {
            Long.toString(resealed),
            progress.currentKey(),
            Long.toString(progress.versions().remaining()),
            Long.toString(progress.versions().total())
        });
    }
}
