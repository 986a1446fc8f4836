package health.miadi.identity.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The codes by which people who cannot sign in set a new password. An admin hands them out; nothing is mailed. */
@Stateless
@PermitAll
public class PasswordResets {
    @Inject
    OneTimeCodeRepository codes;

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

    @Inject
    @Configured(Setting.PASSWORD_RESET_VALID_HOURS)
    int validHours;

    /**
     * Makes a code for an account; one that it had before is worthless from now on.
     *
     * @throws Refusal {@code not-found} when there is no such account; {@code account-conflict} when it is disabled, so that
     *     no code would work
     */
    @RolesAllowed(Role.Name.ADMIN)
    public IssuedCode issue(UUID userId) {
        User user = users.byId(userId).orElseThrow(Refusal::notFound);
        if (!user.isEnabled()) {
            throw Refusal.of(
                    AccountFact.ACCOUNT_CONFLICT,
                    "R-AUTH-3",
                    "The account is disabled: enable it before you hand out a code.");
        }
        OneTimeCode code = OneTimeCode.random();
        Instant expiresAt = clock.instant().plus(Duration.ofHours(validHours));
        codes.putReset(user.id(), code.hash(), expiresAt);
        audit.record(AuditAction.CODE_ISSUED, AuditedEntity.USER, user.id());
        return new IssuedCode(code, expiresAt);
    }

    /** The account whose code that is, if the code still works and the account is open. */
    public Optional<User> find(OneTimeCode code) {
        return codes.resetOf(code.hash(), clock.instant()).flatMap(users::byId);
    }

    /**
     * Uses a code up and sets the password.
     *
     * @return the account; empty when the code does not work, or not any more
     */
    public Optional<User> redeem(OneTimeCode code, String passwordHash) {
        Optional<User> user = find(code).filter(found -> codes.takeReset(code.hash(), clock.instant()));
        user.ifPresent(found -> {
            found.changePassword(passwordHash, clock.instant());
            users.flush();
            actor.proved(found);
            audit.record(AuditAction.PASSWORD_RESET, AuditedEntity.USER, found.id());
            sessions.tellEndedOf(found.id());
        });
        return user;
    }
}
