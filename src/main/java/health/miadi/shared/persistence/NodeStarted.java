package health.miadi.shared.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/**
 * Whether all that this node does at its start is done: the schema is this version's, and the first admin and the sample
 * clinic, where they are wanted, are there. Every bean that works at the start is named here, directly or by one that waits
 * for it. Health checks read it without a call to a bean, which a container refuses as long as it starts.
 */
@Singleton
@Startup
@DependsOn({
    "DatabaseEvents",
    "DatabaseLogCheck",
    "RecordResealingTimer",
    "SetupCodeNotice",
    "SignInSweep",
    "SlotWatchTimer",
    "Termination"
})
public class NodeStarted {
    private static volatile boolean started;

    @PostConstruct
    void begin() {
        note(true);
    }

    @PreDestroy
    void end() {
        note(false);
    }

    /** True from the end of the start on, until the node stops. */
    static boolean isTrue() {
        return started;
    }

    private static void note(boolean now) {
        started = now;
    }
}
