package health.miadi.shared.process;

import health.miadi.shared.refusal.Causes;
import health.miadi.shared.settings.Setting;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A start that failed: one sentence in the log, and the end of the process (ADR 0041). Neither server ends by itself when its
 * only application cannot start, and one that stays up empty is never started again by whoever looks after it.
 */
final class FailedStart {
    /** What every sentence begins with that says why Miadi does not start. */
    private static final String SENTENCE = "Miadi cannot start: ";

    /** Not 0, and not 10, at which WildFly's script starts the server again. */
    private static final int STATUS = 1;

    private static final long STOP_LIMIT_MILLIS = 15_000;
    private static final Logger LOG = Logger.getLogger(FailedStart.class.getName());
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private FailedStart() {}

    /** Says why, and ends the process unless settings forbid it; what fails after that in the same start says no more. */
    static void because(Throwable failed) {
        if (TOLD.getAndSet(true)) {
            return;
        }
        LOG.log(Level.SEVERE, "{0}", sentence(failed));
        boolean ends =
                Setting.START_FAILURE_ENDS_PROCESS.isOn(ConfigProvider.getConfig(FailedStart.class.getClassLoader()));
        if (ends) {
            // the server stops in an orderly way, for which the thread that deploys has to go on
            daemon("miadi-failed-start", FailedStart::end);
        } else {
            TOLD.set(false);
        }
    }

    /** The sentence among the causes, or what kind of failure it was: another message may quote what is confidential. */
    static String sentence(Throwable failed) {
        return Causes.of(failed)
                .map(Throwable::getMessage)
                .filter(message -> message != null && message.startsWith(SENTENCE))
                .findFirst()
                .orElseGet(() -> SENTENCE
                        + Causes.of(failed)
                                .reduce((outer, inner) -> inner)
                                .map(deepest -> deepest.getClass().getName())
                                .orElse("")
                        + ", of which the trace is in this log.");
    }

    @SuppressWarnings("SystemExitOutsideMain")
    private static void end() {
        daemon("miadi-stop-limit", FailedStart::haltAfterLimit);
        System.exit(STATUS);
    }

    private static void haltAfterLimit() {
        try {
            Thread.sleep(STOP_LIMIT_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(STATUS);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
