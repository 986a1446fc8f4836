package health.miadi.identity.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.Told;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.SecondFactorRepository.App;
import health.miadi.identity.control.SecondFactorRepository.Sealed;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.SecondFactor;
import health.miadi.identity.entity.TimeCode;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of accounts (R-AUTH-10): an authenticator app, passkeys (R-AUTH-18), and ten recovery codes for the day on which they are gone.
 *
 * <p>Nothing here asks for a fresh proof: whoever calls has asked before (R-AUTH-17), because that hashes.
 */
@Stateless
@PermitAll
public class SecondFactors {
    private static final int RECOVERY_CODES = 10;
    private static final Duration SET_UP_WITHIN = Duration.ofMinutes(30);
    private static final int RESEALED_AT_A_TIME = 100;
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    SecondFactorRepository factors;

    @Inject
    PasskeyRepository passkeys;

    @Inject
    FactorRemovalRepository removals;

    @Inject
    UserRepository users;

    @Inject
    SecretSealing sealing;

    @EJB
    Sessions sessions;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * What an account has.
     *
     * @param appSince when its authenticator app was set up, null without one
     * @param recoveryCodesLeft how many recovery codes were not used yet
     */
    public record Status(@Nullable Instant appSince, int recoveryCodesLeft) {}

    /** What that account has. */
    public Status of(UUID user) {
        return new Status(factors.confirmedAt(user).orElse(null), factors.codesLeft(user));
    }

    /**
     * A secret for an authenticator app, which counts once it is confirmed by a first code.
     *
     * @return the secret, and the name of the account, under which the app shows it
     * @throws Refusal {@code account-conflict} when the account has an app: it is removed first
     */
    public NewApp begin(UUID userId) {
        User user = own(userId);
        byte[] secret = TimeCode.newSecret();
        if (!factors.begin(userId, sealing.currentKey(), sealing.seal(secret, userId), clock.instant())) {
            throw Refusal.of(
                    AccountFact.ACCOUNT_CONFLICT,
                    "R-AUTH-10",
                    "Your account has an authenticator app already. Remove it first.");
        }
        return new NewApp(user.username(), secret);
    }

    /**
     * Has the app count from now on, if that is its code, and ends all other sessions.
     *
     * @param session that goes on
     * @return the recovery codes, to be shown this once; none where the account has some
     * @throws Refusal {@code validation} when the code is wrong, or nothing was begun within the last half hour
     */
    public List<OneTimeCode> confirm(UUID userId, String code, UUID session) {
        User user = locked(userId);
        Instant now = clock.instant();
        App app = factors.lock(userId)
                .filter(begun -> begun.confirmedAt() == null)
                .filter(begun -> begun.createdAt().plus(SET_UP_WITHIN).isAfter(now))
                .orElseThrow(() -> Refusal.invalid("code", "belongs to no app: begin anew"));
        OptionalLong step = stepOf(code, app, userId, now);
        if (step.isEmpty()) {
            throw Refusal.invalid(
                    "code", "is not the app's code of this moment: look whether the clock of the device is right");
        }
        factors.confirm(userId, now, step.getAsLong());
        return gained(user, "app", session);
    }

    /**
     * Asks for a second factor besides the password from now on, because the account has got one, and ends all other sessions.
     *
     * @param kind what it is: app or passkey
     * @param session that goes on
     * @return new recovery codes; none where the account has some, which stay good
     */
    public List<OneTimeCode> gained(User user, String kind, UUID session) {
        user.askForSecondFactor(clock.instant());
        users.flush();
        audit.tell(
                AuditAction.FACTOR_ADDED,
                AuditedEntity.USER,
                user.id(),
                Told.nothing().and("factor", kind));
        sessions.endOthersOf(user.id(), session);
        return factors.codesLeft(user.id()) > 0 ? List.of() : newCodes(user.id());
    }

    /**
     * Takes note that one of the account's second factors is gone, and ends all other sessions. With the last one the recovery codes go, and the password
     * alone signs in.
     *
     * @param kind what it was
     * @param session that goes on
     */
    public void lost(User user, String kind, UUID session) {
        if (methodsOf(user.id()).isEmpty()) {
            askForPasswordOnly(user);
        }
        audit.tell(
                AuditAction.FACTOR_REMOVED,
                AuditedEntity.USER,
                user.id(),
                Told.nothing().and("factor", kind));
        sessions.endOthersOf(user.id(), session);
    }

    /** What an account takes besides its password: app, passkey, recovery-code; empty where it takes nothing. */
    public List<String> methodsOf(UUID userId) {
        List<String> methods = new ArrayList<>();
        if (factors.confirmedAt(userId).isPresent()) {
            methods.add("app");
        }
        if (passkeys.count(userId) > 0) {
            methods.add("passkey");
        }
        if (!methods.isEmpty()) {
            methods.add("recovery-code");
        }
        return methods;
    }

    /**
     * Makes new recovery codes; the former ones work no more.
     *
     * @throws Refusal {@code account-conflict} when the account has no second factor
     */
    public List<OneTimeCode> renewCodes(UUID userId) {
        if (!locked(userId).hasSecondFactor()) {
            throw Refusal.of(
                    AccountFact.ACCOUNT_CONFLICT, "R-AUTH-10", "Your account has no second factor: set one up first.");
        }
        audit.record(AuditAction.RECOVERY_CODES_MADE, AuditedEntity.USER, userId);
        return newCodes(userId);
    }

    /**
     * Uses a code up, in a transaction of its own: what is refused afterwards makes it no good again. Of two who use one code at once, one
     * finds it used.
     *
     * @return what it is a code of; empty when it is wrong, too old, or was used already
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<SecondFactor> use(UUID userId, String code) {
        Instant now = clock.instant();
        Optional<App> app = factors.lock(userId).filter(known -> known.confirmedAt() != null);
        OptionalLong step = app.map(known -> stepOf(code, known, userId, now)).orElseGet(OptionalLong::empty);
        if (step.isPresent()) {
            factors.use(userId, step.getAsLong());
            return Optional.of(SecondFactor.APP);
        }
        return factors.take(userId, OneTimeCode.typed(code).hash())
                ? Optional.of(SecondFactor.RECOVERY_CODE)
                : Optional.empty();
    }

    /**
     * Removes the authenticator app of the account's owner, and ends all other sessions.
     *
     * @param session that goes on
     */
    public void remove(UUID userId, UUID session) {
        User user = locked(userId);
        if (factors.removeApp(userId)) {
            lost(user, "app", session);
        }
    }

    /**
     * Removes what somebody else has, who lost their telephone, and signs them out everywhere. Who may have it so, {@link FactorRemovals} decides (R-AUTH-19).
     *
     * @throws Refusal {@code not-found}; {@code account-conflict} when there are none
     */
    @RolesAllowed(Role.Name.ADMIN)
    public void removeAllOf(UUID userId, String reason) {
        User user = users.lock(userId).orElseThrow(Refusal::notFound);
        if (!removeOf(user)) {
            throw Refusal.of(AccountFact.ACCOUNT_CONFLICT, "R-AUTH-10", "The account has no second factor.");
        }
        audit.record(AuditAction.FACTOR_REMOVED, AuditedEntity.USER, userId, reason);
        sessions.signOutAllOf(userId);
    }

    /** Seals with the current key what former ones sealed, a few in one transaction; empty when there are no more. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<UUID> reseal(@Nullable UUID after) {
        String key = sealing.currentKey();
        List<Sealed> former = factors.lockOthers(key, after == null ? FIRST : after, RESEALED_AT_A_TIME);
        for (Sealed each : former) {
            sealing.open(each.secret(), each.user())
                    .ifPresent(secret -> factors.reseal(each.user(), key, sealing.seal(secret, each.user())));
        }
        return former.isEmpty()
                ? Optional.empty()
                : Optional.of(former.get(former.size() - 1).user());
    }

    private boolean removeOf(User user) {
        boolean app = factors.removeApp(user.id());
        boolean removed = passkeys.removeAll(user.id()) || app;
        if (removed) {
            askForPasswordOnly(user);
        }
        return removed;
    }

    /** What an admin has asked for was about what is gone: it takes no later one away (R-AUTH-19). */
    private void askForPasswordOnly(User user) {
        removals.remove(user.id());
        factors.removeCodes(user.id());
        user.askForPasswordOnly(clock.instant());
        users.flush();
    }

    private List<OneTimeCode> newCodes(UUID userId) {
        List<OneTimeCode> codes =
                Stream.generate(OneTimeCode::forRecovery).limit(RECOVERY_CODES).toList();
        factors.replaceCodes(userId, codes.stream().map(OneTimeCode::hash).toList());
        return codes;
    }

    private OptionalLong stepOf(String code, App app, UUID userId, Instant now) {
        return sealing.open(app.sealed(), userId)
                .map(secret -> TimeCode.stepOf(code, secret, now, app.lastStep()))
                .orElseGet(OptionalLong::empty);
    }

    private User own(UUID userId) {
        return found(userId, users::byId);
    }

    private User locked(UUID userId) {
        return found(userId, users::lock);
    }

    private static User found(UUID userId, Function<UUID, Optional<User>> search) {
        return search.apply(userId).orElseThrow(() -> Refusal.of(CommonFact.UNAUTHENTICATED, "The account is gone."));
    }
}
