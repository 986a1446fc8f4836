package health.miadi.identity.control;

import health.miadi.identity.entity.Person;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.persistence.DatabaseRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The accounts, and the persons whose they are. */
@ApplicationScoped
public class UserRepository {
    @PersistenceContext
    EntityManager entities;

    /** The account with that username or e-mail, whatever its case. */
    public Optional<User> byLogin(String login) {
        return entities.createQuery(
                        "SELECT u FROM User u WHERE LOWER(u.username) = :login OR LOWER(u.email) = :login", User.class)
                .setParameter("login", login.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    public Optional<User> byId(UUID id) {
        return Optional.ofNullable(entities.find(User.class, id));
    }

    /** The account that is linked to that account at an OpenID provider. */
    public Optional<User> byOpenId(String issuer, String subject) {
        return entities.createQuery(
                        "SELECT u FROM User u WHERE u.openIdIssuer = :issuer AND u.openIdSubject = :subject",
                        User.class)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    /** The person with that id. */
    public Optional<Person> person(UUID id) {
        return Optional.ofNullable(entities.find(Person.class, id));
    }

    /** Whether anybody has that role. */
    public boolean anyWith(Role role) {
        return !entities.createQuery("SELECT u.id FROM User u WHERE u.role = :role", UUID.class)
                .setParameter("role", role)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Stores a new account now, so that a taken name is found here and not at the end of the transaction. */
    public void add(User user) {
        entities.persist(user);
        flush();
    }

    /** Stores what has changed now, so that a refusal is found here and not at the end of the transaction. */
    public void flush() {
        DatabaseRefusals.translating(entities::flush);
    }
}
