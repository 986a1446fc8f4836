package health.miadi.patient.control;

import health.miadi.patient.entity.Patient;
import health.miadi.shared.http.Cursor;
import health.miadi.shared.http.PageQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The patients of the clinic. */
@ApplicationScoped
public class PatientRepository {
    /** How many sort keys the list has: last name, first name, id. */
    public static final int SORT_KEYS = 3;

    private static final Pattern NUMBER_FORM = Pattern.compile("PAT-[0-9]{6,12}", Pattern.CASE_INSENSITIVE);

    @PersistenceContext
    EntityManager entities;

    public Optional<Patient> byId(UUID id) {
        return Optional.ofNullable(entities.find(Patient.class, id));
    }

    /** The patient, locked until the transaction ends (R-BOOK-2: after the provider). */
    public Optional<Patient> lock(UUID id) {
        return Optional.ofNullable(entities.find(Patient.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The next patient number. */
    public long nextNumber() {
        return ((Number) entities.createNativeQuery("SELECT nextval('patient_numbers')")
                        .getSingleResult())
                .longValue();
    }

    public void add(Patient patient) {
        entities.persist(patient);
        entities.flush();
    }

    public void remove(Patient patient) {
        entities.remove(patient);
        entities.flush();
    }

    /** Writes what changed now, so that a taken value is found here. */
    public void flush() {
        entities.flush();
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
     * Patients by last name, first name and id, one more than the page has.
     *
     * @param search part of a name, e-mail, phone or national id, or a whole patient number; null for all
     * @param only that patient alone; null for all
     * @param sharedWith only those with an appointment with that provider; null for all
     */
    public List<Patient> list(@Nullable String search, @Nullable UUID only, @Nullable UUID sharedWith, PageQuery page) {
        StringBuilder where = new StringBuilder("SELECT p FROM Patient p WHERE 1 = 1");
        boolean byNumber = search != null && NUMBER_FORM.matcher(search).matches();
        if (search != null) {
            where.append(byNumber ? " AND p.patientNumber = :search" : " AND SQL('search_text LIKE ?', :search)");
        }
        if (only != null) {
            where.append(" AND p.id = :only");
        }
        if (sharedWith != null) {
            where.append(" AND SQL('EXISTS (SELECT 1 FROM appointments a WHERE a.patient_id = ?"
                    + " AND a.provider_id = ?)', p.id, :sharedWith)");
        }
        Cursor cursor = page.cursor();
        if (cursor != null) {
            where.append(" AND p.lastName >= :last AND (p.lastName > :last OR p.firstName > :first"
                    + " OR (p.firstName = :first AND p.id > :id))");
        }
        TypedQuery<Patient> query = entities.createQuery(
                        where + " ORDER BY p.lastName, p.firstName, p.id", Patient.class)
                .setMaxResults(page.limit() + 1);
        if (search != null) {
            query.setParameter("search", byNumber ? search.toUpperCase(Locale.ROOT) : contains(search));
        }
        if (only != null) {
            query.setParameter("only", only);
        }
        if (sharedWith != null) {
            query.setParameter("sharedWith", sharedWith);
        }
        if (cursor != null) {
            query.setParameter("last", cursor.string(0))
                    .setParameter("first", cursor.string(1))
                    .setParameter("id", cursor.uuid(2));
        }
        return query.getResultList();
    }

    private static String contains(String search) {
        String escaped = search.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + escaped + "%";
    }
}
