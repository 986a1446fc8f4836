package health.miadi.identity.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.ChangedFields;
import health.miadi.audit.control.CurrentActor;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.AccountTerms;
import health.miadi.identity.entity.Confirmed;
import health.miadi.identity.entity.Person;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail address that a person and their account share (R-PERS-5). It is the person's; the database gives it to the account
 * as well, and to nobody else, whoever changes it. Here it is decided who may change it, and noted.
 */
@ApplicationScoped
public class SharedAddress {
    @Inject
    UserRepository users;

    @Inject
    AuditTrail audit;

    @Inject
    CurrentActor actor;

    @Inject
    Clock clock;

    /**
     * The account that changes with the address of a person, who is locked.
     *
     * @param address that the person is to have; null for none
     * @return empty when the address stays as it is, or the person has no account
     * @throws Refusal {@code validation} when the account is named by the address, which is to go
     */
    public Optional<User> accountToChange(Person person, @Nullable String address) {
        if (Objects.equals(person.details().email(), address)) {
            return Optional.empty();
        }
        Optional<User> account = users.byPerson(person.id());
        if (address == null
                && account.map(User::terms)
                        .filter(AccountTerms::isNamedByAddress)
                        .isPresent()) {
            throw Refusal.invalid("email", "is what the account signs in with: it can be changed, not removed");
        }
        return account;
    }

    /** Notes that an account changed with its person. */
    public void noteChanged(User account) {
        ChangedFields fields = ChangedFields.none().and("email");
        // the database gives the account its new name together with the address
        audit.change(
                AuditAction.CHANGED,
                AuditedEntity.USER,
                account.id(),
                account.terms().isNamedByAddress() ? fields.and("username") : fields);
    }

    /** The terms of an account that becomes somebody's: one without an address has that of its person. */
    AccountTerms joined(AccountTerms terms) {
        return terms.email() != null
                ? terms
                : person(terms)
                        .map(person -> terms.withEmail(person.details().email()))
                        .orElse(terms);
    }

    /**
     * Gives the person of an account its address, unless they have it.
     *
     * @return whether something changed
     * @throws Refusal {@code duplicate} when another person or account has it
     */
    boolean giveToPerson(AccountTerms terms) {
        Optional<Person> other =
                person(terms).filter(person -> !Objects.equals(person.details().email(), terms.email()));
        other.ifPresent(person -> {
            // an admin gives it (R-PERS-2)
            person.reachAt(terms.email(), clock.instant());
            person.confirm(new Confirmed(false, true, false), actor.get().userId(), clock.instant());
            users.flush();
            audit.change(
                    AuditAction.CHANGED,
                    AuditedEntity.ofWord(kindOf(person)),
                    person.id(),
                    ChangedFields.none().and("email"));
        });
        return other.isPresent();
    }

    private String kindOf(Person person) {
        return users.kindOfPerson(person.id()).orElseThrow();
    }

    private Optional<Person> person(AccountTerms terms) {
        UUID id = terms.personId();
        return id == null ? Optional.empty() : users.person(id);
    }
}
