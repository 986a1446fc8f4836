package health.miadi.patient.control;

import health.miadi.patient.entity.Patient;
import health.miadi.shared.http.Cursor;
import health.miadi.shared.http.PageQuery;
import health.miadi.shared.persistence.Conditions;
import health.miadi.shared.persistence.DatabaseRefusals;
import health.miadi.shared.persistence.SearchSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
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

    /** Whether the provider has or had an appointment with the patient. */
    public boolean share(UUID patientId, UUID providerId) {
        return !entities.createNativeQuery(
                        "SELECT 1 FROM appointments WHERE patient_id = ? AND provider_id = ? LIMIT 1")
                .setParameter(1, patientId)
                .setParameter(2, providerId)
                .getResultList()
                .isEmpty();
    }

    /**
     * Patients by name and id, one more than the page has.
     *
     * @param only that patient alone; null for all
     * @param seenBy only those who have an appointment with that provider, or whose file that provider opened; null for all
     */
    public List<Patient> list(PatientQuery query, @Nullable UUID only, @Nullable UUID seenBy, PageQuery page) {
        boolean isAmongAll = query.ids().isEmpty() && only == null && seenBy == null;
        Cursor cursor = page.cursor();
        String afterName = cursor == null ? "" : cursor.string(0);
        UUID afterId = cursor == null ? BEFORE_ALL : cursor.uuid(1);
        Conditions conditions = new Conditions()
                .add("p.erasedAt IS NULL", Map.of())
                .add(SearchSql.MATCHES, "search", isAmongAll ? null : query.search())
                .add("p.id IN :ids", "ids", query.ids().isEmpty() ? null : query.ids())
                .add("p.id = :only", "only", only)
                .add(
                        "SQL('? IN (SELECT patient_id FROM appointments WHERE provider_id = ?"
                                + " UNION ALL SELECT id FROM patients WHERE opened_by = ?)', p.id, :seenBy, :seenBy)",
                        "seenBy",
                        seenBy);
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
