package health.miadi.audit.control;

import health.miadi.shared.metrics.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Counts what was done, once it is committed. */
@ApplicationScoped
public class DoneCount {
    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Done done) {
        Metrics.done(done.entity().word(), done.action().word(), done.times());
    }
}
