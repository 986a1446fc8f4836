package health.miadi.audit.control;

import health.miadi.audit.entity.Actor;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.shared.metrics.Limit;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The {@link RefusalTally} of this node: counting costs no round trip, because a flood of refusals is what it is for. */
@ApplicationScoped
public class RefusedCallers {
    @Inject
    Clock clock;

    @Inject
    @Configured(Setting.AUDIT_REFUSALS_PER_CALLER_MINUTE)
    int ofCaller;

    @Inject
    @Configured(Setting.AUDIT_REFUSALS_PER_MINUTE)
    int ofAll;

    private RefusalTally tally = new RefusalTally(0, 0);

    @PostConstruct
    void open() {
        tally = new RefusalTally(ofCaller, ofAll);
    }

    boolean isNoted(Actor actor, AuditAction action, AuditedEntity entity) {
        boolean noted = tally.isNoted(actor, action, entity, clock.instant());
        if (!noted) {
            Metrics.reached(Limit.REFUSAL_ENTRIES);
        }
        return noted;
    }

    List<RefusalTally.Surplus> surplus() {
        return tally.finished(clock.instant());
    }
}
