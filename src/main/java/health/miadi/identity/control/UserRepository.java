package health.miadi.identity.control;

import health.miadi.identity.entity.Person;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.persistence.Conditions;
import health.miadi.shared.persistence.DatabaseRefusals;
import health.miadi.shared.persistence.FromReplica;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The accounts, and the persons whose they are. */
@ApplicationScoped
public class UserRepository {
    /** How many sort keys the list has: the username in lower case. */
    public static final int SORT_KEYS = 1;

    @PersistenceContext
    EntityManager entities;

    /**
     * The account with that username or e-mail, whatever its case; or that had that address before there was one address only
     * (R-PERS-5).
     */
    public Optional<User> byLogin(String login) {
        return entities.createQuery(
                        "SELECT u FROM User u WHERE LOWER(u.username) = :login OR LOWER(u.email) = :login"
                                + " OR SQL('? = (SELECT user_id FROM email_addresses WHERE address = ?)', u.id, :login)",
                        User.class)
                .setParameter("login", LoginName.folded(login))
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

    /** The account of that person. */
    public Optional<User> byPerson(UUID personId) {
        return entities.createQuery("SELECT u FROM User u WHERE u.personId = :person", User.class)
                .setParameter("person", personId)
                .getResultStream()
                .findFirst();
    }

    /** Whether a person or an account has that address, whatever its case (R-PERS-5). */
    boolean isAddressTaken(String address) {
        return !entities.createNativeQuery("SELECT 1 FROM email_addresses WHERE address = ?")
                .setParameter(1, LoginName.folded(address))
                .getResultList()
                .isEmpty();
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

    /** Lets nobody else change who is an admin until the transaction ends; a trigger takes the same lock. */
    public void lockAdmins() {
        entities.createNativeQuery("SELECT CAST(pg_advisory_xact_lock(hashtextextended('miadi admins', 0)) AS text)")
                .getResultList();
    }

    /**
     * What kind of person that is, {@code patient} or {@code provider}; the person stays as they are until the transaction
     * ends, but for what it does itself.
     */
    Optional<String> kindOfPerson(UUID id) {
        List<?> kinds = entities.createNativeQuery(
                        "SELECT kind FROM persons WHERE id = ? AND erased_at IS NULL FOR NO KEY UPDATE")
                .setParameter(1, id)
                .getResultList();
        return kinds.stream().map(String.class::cast).findFirst();
    }

    /** The account, locked until the transaction ends; its person, if it has one, before it, as whoever changes a person does. */
    Optional<User> lockWithPerson(UUID id) {
        entities.createNativeQuery("SELECT 1 FROM persons p JOIN users u ON u.person_id = p.id WHERE u.id = ?"
                        + " FOR NO KEY UPDATE OF p")
                .setParameter(1, id)
                .getResultList();
        return lock(id);
    }

    /** The account, locked until the transaction ends. */
    Optional<User> lock(UUID id) {
        return Optional.ofNullable(entities.find(User.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Accounts by username, one more than the page has. */
    @FromReplica
    List<User> list(UserQuery query, PageQuery page) {
        Conditions conditions = new Conditions()
                .add("u.role = :role", "role", query.role())
                .add("u.enabled = :enabled", "enabled", query.enabled())
                .add("u.id IN :ids", "ids", query.ids().isEmpty() ? null : query.ids());
        Cursor cursor = page.cursor();
        String after = cursor == null ? "" : cursor.string(0);
        if (cursor != null) {
            conditions.add("LOWER(u.username) > :after", Map.of("after", after));
        }
        if (query.search() != null) {
            boolean amongAll = query.role() == null
                    && query.enabled() == null
                    && query.ids().isEmpty();
            conditions.add(
                    "SQL('? IN (SELECT f FROM found_users(?, ?, ?) f)', u.id, :search, :afterName, :most)",
                    Map.of("search", query.search(), "afterName", after, "most", amongAll ? page.limit() + 1 : 0));
        }
        String jpql = "SELECT u FROM User u" + conditions.where() + " ORDER BY LOWER(u.username)";
        return conditions
                .bind(entities.createQuery(jpql, User.class))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /** The addresses that people signed in with before a person and their account had one, and still sign in with, by account (R-PERS-5). */
    Map<UUID, String> formerAddresses(List<UUID> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        String sql = "SELECT CAST(e.user_id AS text), e.address FROM email_addresses e JOIN users u ON u.id = e.user_id"
                + " WHERE u.person_id IS NOT NULL AND e.address IS DISTINCT FROM lower(u.email) AND e.user_id IN ("
                + String.join(", ", Collections.nCopies(accounts.size(), "?")) + ")";
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < accounts.size(); i++) {
            query.setParameter(i + 1, accounts.get(i));
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> UUID.fromString((String) row[0]), row -> (String) row[1]));
    }

    /** Frees the address that an account has by itself, because it is to be its person's. */
    void releaseAddress(UUID account) {
        entities.createNativeQuery("DELETE FROM email_addresses WHERE user_id = ?")
                .setParameter(1, account)
                .executeUpdate();
    }

    /** Reads again what the database changed of it. */
    void refresh(User user) {
        entities.refresh(user);
    }

    void remove(User user) {
        entities.remove(user);
        DatabaseRefusals.translating(entities::flush);
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
