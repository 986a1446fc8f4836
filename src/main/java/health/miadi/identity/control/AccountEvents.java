package health.miadi.identity.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.Told;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What happened to the caller's account, and by whom (R-AUTH-15). It is read out of the audit trail, to which nobody can add what did
 * not happen, and from which nobody can take what did.
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class AccountEvents {
    /** How far somebody read, in the detail of an entry. */
    static final String THROUGH = "through";

    @Inject
    UserRepository users;

    @Inject
    AccountEventRepository events;

    @Inject
    AuditTrail audit;

    @Inject
    ActorOfRequest client;

    /** Events, the newest first, one more than the page has. */
    public List<AccountEvent> list(Caller caller, PageQuery page) {
        User user = own(caller);
        return events.list(user, caller.role() == Role.ADMIN, notices(user), page);
    }

    /**
     * Marks as read what others did, up to that event. That is itself an event, with what and from where it was done: whoever got into
     * the account and does it leaves it there.
     *
     * @throws Refusal {@code validation} when it is no event of this account
     */
    public void markRead(Caller caller, long through) {
        User user = users.lock(caller.userId()).orElseThrow(AccountEvents::gone);
        if (!events.has(user, through)) {
            throw Refusal.invalid("through", "must be the id of one of your events");
        }
        if (notices(user).hasUpTo(through)) {
            audit.tell(AuditAction.ACKNOWLEDGED, AuditedEntity.USER, user.id(), told(through));
        }
    }

    private Told told(long through) {
        return client.client().told().and(THROUGH, through);
    }

    private Notices notices(User user) {
        return Notices.among(events.notices(user));
    }

    private User own(Caller caller) {
        return users.byId(caller.userId()).orElseThrow(AccountEvents::gone);
    }

    private static Refusal gone() {
        return Refusal.of(CommonFact.UNAUTHENTICATED, "The account is gone.");
    }
}
