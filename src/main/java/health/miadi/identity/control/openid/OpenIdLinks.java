package health.miadi.identity.control.openid;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.ActorOfRequest;
import health.miadi.identity.control.Sessions;
import health.miadi.identity.control.UserRepository;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Links people's accounts to accounts at the provider, and unlinks them (R-AUTH-4). */
@Stateless
@PermitAll
public class OpenIdLinks {
    @Inject
    UserRepository users;

    @EJB
    Sessions sessions;

    @Inject
    AuditTrail audit;

    @Inject
    ActorOfRequest actor;

    @Inject
    Clock clock;

    /**
     * Checks that the caller's account can be linked.
     *
     * @throws Refusal {@code account-conflict} when it is linked already
     */
    public void requireUnlinked(Caller caller) {
        if (own(caller.userId()).isLinkedToOpenId()) {
            throw conflict("Your account is linked already. Unlink it first.");
        }
    }

    /**
     * Links an account to one at the provider, and ends its other sessions (R-AUTH-17). Linking it to the same one again changes
     * nothing.
     *
     * @param linking who asked, and in which session
     * @throws Refusal {@code account-conflict} when either is linked to another, {@code account-closed}
     */
    public void link(OpenIdFlow.Linking linking, OpenIdIdentity identity) {
        UUID userId = linking.userId();
        User user = own(userId);
        requireEnabled(user);
        if (user.isLinkedTo(identity.issuer(), identity.subject())) {
            return;
        }
        if (user.isLinkedToOpenId()) {
            throw conflict("Your account is linked already. Unlink it first.");
        }
        if (users.byOpenId(identity.issuer(), identity.subject()).isPresent()) {
            throw conflict("That account at the provider is linked to another account here.");
        }
        user.linkToOpenId(identity.issuer(), identity.subject(), clock.instant());
        try {
            users.flush();
        } catch (Refusal faster) {
            throw faster.fact() == CommonFact.DUPLICATE
                    ? conflict("That account at the provider is linked to another account here.")
                    : faster;
        }
        actor.proved(user);
        audit.record(AuditAction.LINKED, AuditedEntity.USER, userId);
        sessions.endOthersOf(userId, linking.sessionId());
    }

    /**
     * Whether the caller's account is linked, and may be unlinked.
     *
     * @throws Refusal {@code only-sign-in} when the caller has no password
     */
    public boolean canUnlink(Caller caller) {
        return isLinkedWithPassword(own(caller.userId()));
    }

    /**
     * Unlinks the caller's account, if it is linked, and ends its other sessions (R-AUTH-17).
     *
     * @param session that goes on
     * @throws Refusal {@code only-sign-in} when the caller has no password
     */
    public void unlink(Caller caller, UUID session) {
        User user = own(caller.userId());
        if (isLinkedWithPassword(user)) {
            user.unlinkFromOpenId(clock.instant());
            users.flush();
            audit.record(AuditAction.UNLINKED, AuditedEntity.USER, user.id());
            sessions.endOthersOf(user.id(), session);
        }
    }

    private static boolean isLinkedWithPassword(User user) {
        if (user.isLinkedToOpenId() && user.passwordHash() == null) {
            throw Refusal.of(
                    AccountFact.ONLY_SIGN_IN,
                    "R-AUTH-4",
                    "Your account has no password: set one before you unlink it.");
        }
        return user.isLinkedToOpenId();
    }

    /**
     * Checks that an admin has not closed the account.
     *
     * @throws Refusal {@code account-closed}
     */
    public static void requireEnabled(User user) {
        if (!user.isEnabled()) {
            throw Refusal.of(AccountFact.ACCOUNT_CLOSED, "R-AUTH-4", "An administrator has closed this account.");
        }
    }

    private User own(UUID userId) {
        return users.byId(userId).orElseThrow(() -> Refusal.of(CommonFact.UNAUTHENTICATED, "The account is gone."));
    }

    private static Refusal conflict(String detail) {
        return Refusal.of(AccountFact.ACCOUNT_CONFLICT, "R-AUTH-4", detail);
    }
}
