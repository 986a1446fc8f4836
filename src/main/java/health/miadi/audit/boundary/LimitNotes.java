package health.miadi.audit.boundary;

import health.miadi.audit.control.AuditRefusals;
import health.miadi.shared.problem.LimitHit;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Notes limits that somebody hit (R-REC-7): the first of a caller in a minute, and the others counted (R-AUTH-12). */
@ApplicationScoped
public class LimitNotes {
    private static final Logger LOG = Logger.getLogger(LimitNotes.class.getName());

    @EJB
    AuditRefusals refusals;

    void hit(@Observes LimitHit limit) {
        RequestedThing thing = RequestedThing.of(limit.method(), limit.path());
        try {
            refusals.noteLimit(thing.action(), thing.entity(), limit.type().slug());
        } catch (RuntimeException lost) {
            LOG.log(
                    Level.SEVERE,
                    "A limit that was hit could not be noted: {0}",
                    lost.getClass().getName());
        }
    }
}
