package health.miadi.identity.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.ChangedFields;
import health.miadi.audit.control.Shown;
import health.miadi.audit.control.Told;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.AccountTerms;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the accounts (R-AUTH-5). What a token says of an account is revoked by the database when it changes (R-AUTH-3), and
 * the last enabled admin is kept there, too: nothing here has to think of either.
 */
@Stateless
@RolesAllowed(Role.Name.ADMIN)
public class UserAdministration {
    @Inject
    UserRepository users;

    @EJB
    Sessions sessions;

    @Inject
    SharedAddress address;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Accounts by username, one more than the page has. Those of others are noted (R-REC-5). */
    public List<User> list(Caller caller, UserQuery query, PageQuery page) {
        List<User> found = users.list(query, page);
        int others = Math.toIntExact(found.stream()
                .limit(page.limit())
                .filter(user -> !user.id().equals(caller.userId()))
                .count());
        if (others > 0) {
            audit.read(AuditedEntity.USER, null, Shown.of(others));
        }
        return found;
    }

    /** What owners of these accounts sign in with besides, by account: an address from before there was one (R-PERS-5). */
    public Map<UUID, String> formerAddresses(List<User> accounts) {
        return users.formerAddresses(accounts.stream().map(User::id).toList());
    }

    /**
     * The account. That it was read is noted, unless it is the caller's own (R-REC-5).
     *
     * @throws Refusal {@code not-found} when there is none
     */
    public User get(Caller caller, UUID id) {
        User user = known(id);
        if (!id.equals(caller.userId())) {
            audit.read(AuditedEntity.USER, List.of(id));
        }
        return user;
    }

    private User known(UUID id) {
        return users.byId(id).orElseThrow(Refusal::notFound);
    }

    /**
     * Opens an account. Its address becomes that of its person; one without has that of its person (R-PERS-5).
     *
     * @param passwordHash null for an account that gets its password by a one-time code
     * @throws Refusal {@code validation} when role and person do not fit; {@code duplicate} for a username, e-mail address
     *     or person that has an account
     */
    public User open(AccountTerms given, @Nullable String passwordHash) {
        requirePerson(given);
        AccountTerms terms = address.joined(given);
        requireSound(terms);
        address.giveToPerson(terms);
        User user = new User(terms, passwordHash, clock.instant());
        users.add(user);
        audit.record(AuditAction.CREATED, AuditedEntity.USER, user.id());
        note(AuditAction.LINKED, user.personId(), user.id());
        return user;
    }

    /**
     * Changes an account, and the address of its person with its own (R-PERS-5). The database makes a one-time code of it
     * worthless.
     *
     * @param passwordHash of the new password, null to keep the one it has
     * @throws Refusal {@code not-found}, {@code stale}, {@code validation}, {@code duplicate}; {@code last-admin} when no
     *     enabled admin would be left
     */
    public User change(
            UUID id, ExpectedVersion expected, UnaryOperator<AccountTerms> change, @Nullable String passwordHash) {
        User user = locked(id, expected);
        AccountTerms before = user.terms();
        AccountTerms wanted = change.apply(before);
        requirePerson(wanted);
        boolean becomesOthers = !Objects.equals(before.personId(), wanted.personId());
        if (becomesOthers) {
            requireNoSecondFactor(user);
        }
        AccountTerms terms = becomesOthers ? address.joined(wanted) : wanted;
        requireSound(terms);
        if (becomesOthers) {
            users.releaseAddress(id);
        }
        if ((becomesOthers || !Objects.equals(before.email(), terms.email())) && address.giveToPerson(terms)) {
            users.refresh(user);
        }
        user.agree(terms, clock.instant());
        if (passwordHash != null) {
            user.changePassword(passwordHash, clock.instant());
        }
        users.flush();
        ChangedFields fields = ChangedFields.between(before, user.terms());
        if (passwordHash == null) {
            audit.change(AuditAction.CHANGED, AuditedEntity.USER, id, fields);
        } else {
            audit.change(AuditAction.PASSWORD_CHANGED, AuditedEntity.USER, id, fields.and("password"));
        }
        if (becomesOthers) {
            note(AuditAction.UNLINKED, before.personId(), id);
            note(AuditAction.LINKED, wanted.personId(), id);
        }
        sessions.tellEndedOf(id);
        return user;
    }

    /**
     * Removes an account. Its person stays, and so does what it did: histories name it by its id.
     *
     * @throws Refusal {@code not-found}, {@code stale}; {@code last-admin} when no enabled admin would be left; {@code account-conflict} while a person's account has
     *     a second factor
     */
    public void remove(UUID id, ExpectedVersion expected) {
        User user = locked(id, expected);
        requireNoSecondFactor(user);
        sessions.endAllOf(id);
        users.remove(user);
        audit.record(AuditAction.REMOVED, AuditedEntity.USER, id);
        note(AuditAction.UNLINKED, user.personId(), id);
    }

    /**
     * Whose second factor one admin alone does not take away (R-AUTH-19), is not rid of it by another account for the same person either.
     */
    private static void requireNoSecondFactor(User user) {
        if (user.hasSecondFactor() && user.personId() != null) {
            throw Refusal.of(
                    AccountFact.ACCOUNT_CONFLICT,
                    "R-AUTH-19",
                    "The account has a second factor, which has to be removed before the account is, or becomes somebody else's. Close it meanwhile.");
        }
    }

    /** Notes at the person whose account it was, or becomes: they hear of it, also with another account (R-AUTH-15). */
    private void note(AuditAction action, @Nullable UUID person, UUID account) {
        if (person != null) {
            users.kindOfPerson(person)
                    .ifPresent(kind -> audit.tell(
                            action,
                            AuditedEntity.ofWord(kind),
                            person,
                            Told.nothing().and("account", account)));
        }
    }

    /**
     * Signs the account out everywhere (R-AUTH-11).
     *
     * @throws Refusal {@code not-found} when there is none
     */
    public void signOut(UUID id) {
        sessions.signOutAllOf(known(id).id());
    }

    private User locked(UUID id, ExpectedVersion expected) {
        User user = users.lockWithPerson(id).orElseThrow(Refusal::notFound);
        expected.require(id, user.version());
        return user;
    }

    private static void requireSound(AccountTerms terms) {
        if (terms.isNamedByAddress() && !terms.username().equalsIgnoreCase(terms.email())) {
            throw Refusal.invalid("username", "must be the account's own e-mail address, or have no @");
        }
    }

    private void requirePerson(AccountTerms terms) {
        UUID person = terms.personId();
        if (person == null) {
            if (terms.role() != Role.ADMIN) {
                throw Refusal.invalid("personId", "must name a " + terms.role().word());
            }
            return;
        }
        String kind = users.kindOfPerson(person).orElse("");
        boolean fits = terms.role() == Role.ADMIN
                ? !kind.isEmpty()
                : kind.equals(terms.role().word());
        if (!fits) {
            String wanted = terms.role() == Role.ADMIN
                    ? "patient or provider"
                    : terms.role().word();
            throw Refusal.invalid("personId", "must name a " + wanted);
        }
    }
}
