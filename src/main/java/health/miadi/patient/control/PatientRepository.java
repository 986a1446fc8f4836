package health.miadi.patient.control;

import health.miadi.identity.entity.Confirmed;
import health.miadi.identity.entity.Person;
import health.miadi.patient.entity.Patient;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.persistence.Conditions;
import health.miadi.shared.persistence.DatabaseRefusals;
import health.miadi.shared.persistence.FromReplica;
import health.miadi.shared.persistence.SearchSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The patients of the clinic. */
@ApplicationScoped
public class PatientRepository {
    /** How many sort keys the list has: sort name, id. */
    public static final int SORT_KEYS = 2;

    private static final int OWN_DIGITS = 6;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @PersistenceContext
    EntityManager entities;

    /** The patient, unless their data were erased: then there is nobody. */
    public Optional<Patient> byId(UUID id) {
        return Optional.ofNullable(entities.find(Patient.class, id)).filter(patient -> !patient.isErased());
    }

    /** The same, locked until the transaction ends (R-BOOK-2: after the provider). */
    public Optional<Patient> lock(UUID id) {
        return Optional.ofNullable(entities.find(Patient.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(patient -> !patient.isErased());
    }

    /** The next patient number. */
    public long nextNumber() {
        return ((Number) entities.createNativeQuery("SELECT nextval('patient_numbers')")
                        .getSingleResult())
                .longValue();
    }

    public void add(Patient patient) {
        entities.persist(patient);
        DatabaseRefusals.translating(entities::flush);
    }

    public void remove(Patient patient) {
        entities.remove(patient);
        DatabaseRefusals.translating(entities::flush);
    }

    /** Writes what changed now, so that a taken value is found here. */
    public void flush() {
        DatabaseRefusals.translating(entities::flush);
    }

    /** Whether the patient is within that sight (R-AUTH-13). */
    boolean isSeen(Sight sight, UUID patientId) {
        Query query = entities.createNativeQuery("SELECT 1 FROM " + Sight.PATIENTS + " WHERE id = ? LIMIT 1");
        List<Object> values = sight.values();
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return !query.setParameter(values.size() + 1, patientId).getResultList().isEmpty();
    }

    /** The one patient whom all of these fit; empty where they fit nobody, or more than one. */
    Optional<UUID> identified(Identifiers who) {
        var where = new StringBuilder();
        var values = new ArrayList<Object>();
        String number = who.patientNumber();
        if (number != null) {
            where.append(" AND upper(f.patient_number) IN (upper(?), ?)");
            values.add(number);
            values.add(ownNumber(number));
        }
        add(where, values, " AND p.national_id_key = national_id_key(?)", who.nationalId());
        add(where, values, " AND p.phone_key = phone_key(?, (SELECT country_code FROM phone_numbering))", who.phone());
        add(where, values, " AND p.date_of_birth = ?", who.dateOfBirth());
        Query query =
                entities.createNativeQuery("SELECT CAST(p.id AS text) FROM persons p JOIN patients f ON f.id = p.id"
                        + " WHERE p.erased_at IS NULL" + where + " LIMIT 2");
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        List<?> found = query.getResultList();
        return found.size() == 1 ? Optional.of(UUID.fromString((String) found.get(0))) : Optional.empty();
    }

    private static void add(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value.toString());
        }
    }

    /** A number of the clinic's own, as the file has it, whatever of its letters and zeros is said (R-PERS-6). */
    private static String ownNumber(String said) {
        String digits = said.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        return "PAT-" + "0".repeat(Math.max(0, OWN_DIGITS - digits.length())) + digits;
    }

    /**
     * Other persons of whom the same is confirmed as this person has: one a value at most, unless somebody was faster.
     *
     * @param what of what this person has
     */
    public List<UUID> confirmedWithSame(UUID id, Confirmed what) {
        List<?> ids = entities.createNativeQuery("""
                        SELECT o.id FROM persons p JOIN persons o ON o.phone_key = p.phone_key
                        WHERE p.id = ? AND ? AND o.id <> p.id AND o.phone_confirmed_at IS NOT NULL
                        UNION
                        SELECT o.id FROM persons p JOIN persons o ON o.national_id_key = p.national_id_key
                        WHERE p.id = ? AND ? AND o.id <> p.id AND o.national_id_confirmed_at IS NOT NULL
                        """)
                .setParameter(1, id)
                .setParameter(2, what.phone())
                .setParameter(3, id)
                .setParameter(4, what.nationalId())
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** That person, of whatever kind, locked until the transaction ends; several of them by their ids. */
    public Optional<Person> lockPerson(UUID id) {
        return Optional.ofNullable(entities.find(Person.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Patients by name and id, one more than the page has.
     *
     * @param only that patient alone; null for all
     * @param sight only those within it (R-AUTH-13); null for all
     */
    @FromReplica
    public List<Patient> list(PatientQuery query, @Nullable UUID only, @Nullable Sight sight, PageQuery page) {
        boolean isAmongAll = query.ids().isEmpty() && only == null && sight == null;
        Cursor cursor = page.cursor();
        String afterName = cursor == null ? "" : cursor.string(0);
        UUID afterId = cursor == null ? BEFORE_ALL : cursor.uuid(1);
        Conditions conditions = new Conditions()
                .add("p.erasedAt IS NULL", Map.of())
                .add(SearchSql.MATCHES, "search", isAmongAll ? null : query.search())
                .add("p.id IN :ids", "ids", query.ids().isEmpty() ? null : query.ids())
                .add("p.id = :only", "only", only);
        if (sight != null) {
            List<Object> values = sight.values();
            conditions.add(
                    "SQL('? IN (SELECT id FROM " + Sight.PATIENTS + ")', p.id, :looking, :since, :now)",
                    Map.of("looking", values.get(0), "since", values.get(1), "now", values.get(2)));
        }
        if (isAmongAll && query.search() != null) {
            conditions.add(
                    "SQL('? IN (SELECT f FROM found_patients(?, ?, ?, ?) f)', p.id, :said, :afterName, :afterId, :most)",
                    Map.of(
                            "said",
                            query.search(),
                            "afterName",
                            afterName,
                            "afterId",
                            afterId,
                            "most",
                            page.limit() + 1));
        }
        if (cursor != null) {
            // The first condition is the index's way to the page, the second the page's exact beginning.
            conditions.add(
                    "p.sortName >= :name AND (p.sortName > :name OR p.id > :id)",
                    Map.of("name", afterName, "id", afterId));
        }
        String jpql = "SELECT p FROM Patient p" + conditions.where() + " ORDER BY p.sortName, p.id";
        return conditions
                .bind(entities.createQuery(jpql, Patient.class))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }
}
