package health.miadi.availability.control;

import health.miadi.shared.metrics.Reading;
import health.miadi.shared.persistence.TimerTurns;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes {@link SlotWatch} look, twice a second: R-AVAIL-8 allows two seconds. The server's timers bring the thread. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SlotWatchTimer {
    private static final Logger LOG = Logger.getLogger(SlotWatchTimer.class.getName());
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration FORGETTING = Duration.ofMinutes(5);

    @Resource
    TimerService timers;

    @Inject
    SlotWatch watch;

    @EJB
    TimerTurns turns;

    @Inject
    @Configured(Setting.LIVE_HEARTBEAT_SECONDS)
    int heartbeatSeconds;

    private long ticks;
    private boolean failed;

    @PostConstruct
    void start() {
        Reading.EVENT_STREAMS.from(watch::listening);
        Reading.EVENT_STREAMS_LIMIT.from(watch::most);
        timers.createIntervalTimer(TICK.toMillis(), TICK.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void tick() {
        try {
            watch.tell();
            failed = false;
        } catch (RuntimeException unreachable) {
            if (!failed) {
                LOG.log(
                        Level.WARNING,
                        "the log of changed calendars cannot be read; trying again: {0}",
                        unreachable.getClass().getName());
            }
            failed = true;
        }
        ticks++;
        if (ticks % (Duration.ofSeconds(heartbeatSeconds).toMillis() / TICK.toMillis()) == 0) {
            watch.beat();
        }
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    void forget() {
        if (turns.take("slot-changes", FORGETTING)) {
            watch.forgetOldChanges();
        }
    }

    @PreDestroy
    void stop() {
        watch.endAll();
    }
}
