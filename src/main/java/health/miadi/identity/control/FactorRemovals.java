package health.miadi.identity.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.FactorRemoval.Standing;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes the second factor of somebody who lost it away (R-AUTH-19): one admin asks, another confirms, and the owner can refuse meanwhile. Where no other admin could confirm, it takes a day in which the
 * owner can.
 */
@Stateless
@RolesAllowed(Role.Name.ADMIN)
public class FactorRemovals {
    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    FactorRemovalRepository removals;

    @Inject
    UserRepository users;

    @EJB
    SecondFactors factors;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Inject
    @Configured(Setting.SECOND_FACTOR_REMOVAL_WAIT_HOURS)
    int waitHours;

    /**
     * Asks for it. The owner of the account is told above every page (R-AUTH-15).
     *
     * @throws Refusal {@code not-found}; {@code forbidden} for one's own, which takes a fresh proof; {@code account-conflict} when there is none, or it was asked for already, or the admin's own account is
     *     fresh while another's is not
     */
    public void ask(UUID userId, UUID admin, String reason) {
        requireAnothers(userId, admin);
        User user = users.lock(userId).orElseThrow(Refusal::notFound);
        if (!user.hasSecondFactor()) {
            throw conflict("The account has no second factor.");
        }
        Instant now = clock.instant();
        Set<UUID> settled = removals.settledAdmins(now.minus(pause()));
        if (!settled.contains(admin) && settled.stream().anyMatch(each -> !each.equals(userId))) {
            throw conflict("Your account is new, or another admin did something to it in the last " + waitHours
                    + " hours: another admin has to ask for it.");
        }
        if (!removals.add(new FactorRemoval(userId, admin, reason, now, now.plus(KEPT)))) {
            throw conflict("It was asked for already: another admin has to confirm it.");
        }
        audit.record(AuditAction.FACTOR_REMOVAL_ASKED, AuditedEntity.USER, userId, reason);
    }

    /**
     * Carries it out, and signs the account out everywhere.
     *
     * @throws Refusal {@code not-found} when nobody asked for it, or too long ago; {@code forbidden} for one's own; {@code account-conflict} when another admin has
     *     to, or it is too early
     */
    public void confirm(UUID userId, UUID admin) {
        Instant now = clock.instant();
        requireAnothers(userId, admin);
        // the account first, as everybody does who locks both
        User owner = users.lock(userId).orElseThrow(Refusal::notFound);
        FactorRemoval removal = removals.lock(userId, now).orElseThrow(Refusal::notFound);
        switch (removal.judge(admin, standing(owner, now), now, pause())) {
            case NEVER_ONES_OWN -> throw own();
            case ANOTHER_ADMIN -> throw conflict("You asked for it: another admin has to confirm it.");
            case OWN_ACCOUNT_IS_FRESH ->
                throw conflict("Your account is new, or another admin did something to it in the last " + waitHours
                        + " hours: another admin has to confirm it.");
            case LATER ->
                throw conflict(
                        "There are no two admins whose accounts are older than " + waitHours
                                + " hours and untouched: it takes that long from when it was asked for and from whatever else was done to the account, so that its owner can refuse.");
            case CLOSED -> throw conflict("The account is closed, and its owner could not refuse: open it first.");
            case YES -> factors.removeAllOf(userId, removal.reason());
        }
    }

    private Standing standing(User owner, Instant now) {
        Instant since = now.minus(pause());
        return new Standing(
                removals.settledAdmins(since),
                removals.eldestAdmins(since),
                owner.isEnabled(),
                removals.touchedAt(owner.id()).orElse(null));
    }

    /**
     * Takes back what some admin has asked for.
     *
     * @throws Refusal {@code not-found} when nobody has
     */
    public void withdraw(UUID userId) {
        if (removals.lock(userId, clock.instant()).isEmpty()) {
            throw Refusal.notFound();
        }
        removals.remove(userId);
        audit.record(AuditAction.FACTOR_REMOVAL_WITHDRAWN, AuditedEntity.USER, userId);
    }

    /** Refuses, as the owner of the account, what an admin has asked for; nothing where nobody has. */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    public void refuse(UUID userId) {
        if (removals.lock(userId, clock.instant()).isPresent()) {
            removals.remove(userId);
            audit.record(AuditAction.FACTOR_REMOVAL_REFUSED, AuditedEntity.USER, userId);
        }
    }

    /** What was asked for of these accounts, by account. */
    public Map<UUID, FactorRemoval> of(List<User> accounts) {
        List<UUID> ids =
                accounts.stream().filter(User::hasSecondFactor).map(User::id).toList();
        return removals.of(ids, clock.instant()).stream().collect(Collectors.toMap(FactorRemoval::user, each -> each));
    }

    /** When it was asked for of that account, as its owner may know it; empty where nobody has. */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    public Optional<Instant> askedOf(User user) {
        return user.hasSecondFactor()
                ? removals.of(List.of(user.id()), clock.instant()).stream()
                        .map(FactorRemoval::askedAt)
                        .findFirst()
                : Optional.empty();
    }

    /** How long it takes where no other admin could confirm it. */
    public Duration pause() {
        return Duration.ofHours(waitHours);
    }

    private static void requireAnothers(UUID userId, UUID admin) {
        if (userId.equals(admin)) {
            throw own();
        }
    }

    private static Refusal own() {
        return Refusal.forbidden("Your own second factor you remove in your profile, with a code or a passkey.");
    }

    private static Refusal conflict(String detail) {
        return Refusal.of(AccountFact.ACCOUNT_CONFLICT, "R-AUTH-19", detail);
    }
}
