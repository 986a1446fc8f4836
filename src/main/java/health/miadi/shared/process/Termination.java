package health.miadi.shared.process;

import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Lets a node drain before its server stops (SIGTERM). A shutdown hook would be too late: the virtual machine runs all of
 * them at once, and the server's takes the application away first. So the signal itself is waited for, on every server alike.
 */
@Singleton
@Startup
public class Termination {
    /** What a process ends with that was told to: 128 and the signal's number. */
    private static final int STATUS = 143;

    private static final int LOOK_EVERY_MILLIS = 50;
    private static final int LONGEST_REQUEST_SECONDS = 10;
    private static final Logger LOG = Logger.getLogger(Termination.class.getName());
    private static final Signal SIGNAL = new Signal("TERM");

    @Inject
    @Configured(Setting.STOP_DRAIN_SECONDS)
    int drainSeconds;

    private final AtomicBoolean told = new AtomicBoolean();
    private final CountDownLatch never = new CountDownLatch(1);
    private @Nullable SignalHandler former;

    @PostConstruct
    void listen() {
        if (drainSeconds == 0) {
            return;
        }
        try {
            former = Signal.handle(SIGNAL, signal -> stop());
        } catch (IllegalArgumentException taken) {
            LOG.log(
                    Level.WARNING,
                    "This virtual machine leaves no signal to the application: a node that stops does not drain");
        }
    }

    @PreDestroy
    void leave() {
        SignalHandler before = former;
        if (before != null) {
            Signal.handle(SIGNAL, before);
        }
    }

    /** On a thread that the virtual machine makes for the signal; a second signal hurries. */
    @SuppressWarnings("SystemExitOutsideMain")
    private void stop() {
        if (!told.getAndSet(true)) {
            LOG.log(
                    Level.INFO,
                    "This node stops: it is not ready any more, and serves for {0} more seconds",
                    drainSeconds);
            Draining.begin();
            try {
                drain();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        System.exit(STATUS);
    }

    private void drain() throws InterruptedException {
        never.await(drainSeconds, TimeUnit.SECONDS);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_REQUEST_SECONDS);
        while (!Draining.isOver() && System.nanoTime() < until) {
            never.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
