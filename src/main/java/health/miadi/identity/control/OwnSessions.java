package health.miadi.identity.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Role;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Where people are signed in, and how they sign out elsewhere (R-AUTH-11). */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class OwnSessions {
    @Inject
    LiveSessionRepository live;

    @EJB
    Sessions sessions;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Sessions of that user, the latest sign-in first, one more than the page has. */
    public List<LiveSession> list(UUID userId, PageQuery page) {
        return live.list(userId, clock.instant(), page);
    }

    /**
     * Ends one of that user's sessions, on every node (R-AUTH-3).
     *
     * @throws Refusal {@code not-found} when it is somebody else's, or does not go on
     */
    public void end(UUID userId, UUID session) {
        if (!live.end(userId, session, clock.instant())) {
            throw Refusal.notFound();
        }
        audit.record(AuditAction.SIGNED_OUT, AuditedEntity.USER, userId);
        sessions.tellEndedOf(userId);
    }

    /** Ends all sessions of that user but one, on every node (R-AUTH-3). */
    public void endOthers(UUID userId, UUID kept) {
        sessions.endOthersOf(userId, kept);
    }
}
