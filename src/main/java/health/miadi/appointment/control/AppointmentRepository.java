package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentChange;
import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.appointment.entity.Change;
import health.miadi.appointment.entity.ChangeKind;
import health.miadi.availability.control.PlannedVisit;
import health.miadi.availability.entity.Interval;
import health.miadi.patient.control.Sight;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All appointments, past ones included, and their history. */
@ApplicationScoped
public class AppointmentRepository {
    /** How many sort keys the list has: start and id. */
    public static final int SORT_KEYS = 2;

    private static final String LOCK = """
            SELECT kind FROM persons
            WHERE ((id = ? AND kind = 'provider') OR (id = ? AND kind = 'patient'%s)) AND erased_at IS NULL
            ORDER BY kind DESC
            FOR NO KEY UPDATE
            """;

    private static final String LOCK_PARTIES = LOCK.formatted("");

    private static final String LOCK_SEEN_PARTIES =
            LOCK.formatted(" AND EXISTS (SELECT FROM " + Sight.PATIENTS + " WHERE seen.id = persons.id)");

    @PersistenceContext
    EntityManager entities;

    public Optional<Appointment> byId(UUID id) {
        return Optional.ofNullable(entities.find(Appointment.class, id));
    }

    /**
     * Locks the provider's row, then the patient's, until the transaction ends (R-BOOK-2). One statement does both:
     * PostgreSQL locks rows in the order in which the query sorts them, and a person's kind never changes. Who was erased
     * meanwhile is nobody: a row that was waited for is looked at again.
     */
    Parties lockParties(UUID providerId, UUID patientId) {
        return lockParties(providerId, patientId, null);
    }

    /**
     * The same for who books for a patient: one whom they do not see is nobody to them, and is not locked (R-AUTH-13). It is asked
     * in the statement that locks.
     *
     * @param sight within which the patient must be; null: anybody
     */
    Parties lockParties(UUID providerId, UUID patientId, @Nullable Sight sight) {
        Query query = entities.createNativeQuery(sight == null ? LOCK_PARTIES : LOCK_SEEN_PARTIES)
                .setParameter(1, providerId)
                .setParameter(2, patientId);
        List<Object> values = sight == null ? List.of() : sight.values();
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 3, values.get(i));
        }
        List<?> kinds = query.getResultList();
        return new Parties(kinds.contains("provider"), kinds.contains("patient"));
    }

    /** The appointment, locked until the transaction ends: after its provider and its patient (R-BOOK-2). */
    public Optional<Appointment> lock(UUID id) {
        return Optional.ofNullable(entities.find(Appointment.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Stores it now, so that the second lock of R-BOOK-2 speaks here and not at the end of the transaction. */
    public void add(Appointment appointment) {
        entities.persist(appointment);
        DatabaseRefusals.translating(entities::flush);
    }

    /** Writes what changed now, for the same reason. */
    public void flush() {
        DatabaseRefusals.translating(entities::flush);
    }

    /** Appointments by start and id, one more than the page has. */
    @FromReplica
    public List<Appointment> list(AppointmentQuery query, PageQuery page) {
        String order = query.latestFirst() ? "DESC" : "ASC";
        String beyond = query.latestFirst() ? "<" : ">";
        Conditions conditions = new Conditions()
                .add("a.startAt >= :from", "from", query.from())
                .add("a.startAt < :to", "to", query.to())
                .add("a.status = :status", "status", query.status())
                .add("a.providerId = :provider", "provider", query.providerId())
                .add("a.patientId = :patient", "patient", query.patientId());
        Cursor cursor = page.cursor();
        if (cursor != null) {
            // The first condition is the index's way to the page, the second the page's exact beginning.
            conditions.add(
                    "a.startAt " + beyond + "= :start AND (a.startAt " + beyond + " :start OR a.id " + beyond + " :id)",
                    Map.of("start", cursor.instant(0), "id", cursor.uuid(1)));
        }
        String jpql =
                "SELECT a FROM Appointment a" + conditions.where() + " ORDER BY a.startAt " + order + ", a.id " + order;
        return conditions
                .bind(entities.createQuery(jpql, Appointment.class))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /** When the appointments of that provider are that are scheduled and begin after that instant, by start and id. */
    public List<PlannedVisit> ahead(UUID providerId, Instant from) {
        return entities.createQuery(
                        "SELECT a.id, a.startAt, a.endAt FROM Appointment a WHERE a.providerId = :provider"
                                + " AND a.startAt > :from AND a.status = :scheduled ORDER BY a.startAt, a.id",
                        Object[].class)
                .setParameter("provider", providerId)
                .setParameter("from", from)
                .setParameter("scheduled", AppointmentStatus.SCHEDULED)
                .getResultStream()
                .map(row -> new PlannedVisit((UUID) row[0], new Interval((Instant) row[1], (Instant) row[2])))
                .toList();
    }

    /** Those of these people who have or had a visit with that provider, whatever became of it, and were not erased. */
    List<VisitPatient> patientsOf(UUID providerId, Collection<UUID> patientIds) {
        return entities.createQuery(
                        "SELECT p.id, p.firstName, p.lastName FROM Patient p WHERE p.id IN :ids AND p.erasedAt IS NULL AND"
                                + " EXISTS (SELECT a.id FROM Appointment a WHERE a.providerId = :provider AND a.patientId = p.id)",
                        Object[].class)
                .setParameter("ids", patientIds)
                .setParameter("provider", providerId)
                .getResultStream()
                .map(row -> new VisitPatient((UUID) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** Those appointments, by start and id. */
    public List<Appointment> byIds(Collection<UUID> ids) {
        return entities.createQuery(
                        "SELECT a FROM Appointment a WHERE a.id IN :ids ORDER BY a.startAt, a.id", Appointment.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The active appointments of that patient that have not begun, locked in the order of their ids. */
    List<Appointment> upcomingOf(UUID patientId, Instant now) {
        return entities.createQuery(
                        "SELECT a FROM Appointment a WHERE a.patientId = :patient AND a.startAt > :now"
                                + " AND a.status IN :active ORDER BY a.id",
                        Appointment.class)
                .setParameter("patient", patientId)
                .setParameter("now", now)
                .setParameter("active", List.of(AppointmentStatus.SCHEDULED, AppointmentStatus.CHECKED_IN))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * Forgets what was said of that patient's appointments, in their history too.
     *
     * @return how many appointments there are
     */
    int forgetTexts(UUID patientId, Change change) {
        flush();
        int appointments = entities.createNativeQuery("""
                        UPDATE appointments SET reason = NULL, change_reason = NULL, override_reason = NULL,
                            last_change = ?, changed_by = ?, changed_by_role = ?, updated_at = ?, version = version + 1
                        WHERE patient_id = ?
                        """)
                .setParameter(1, ChangeKind.ERASED.word())
                .setParameter(2, change.by().userId())
                .setParameter(3, change.by().role().word())
                .setParameter(4, change.at().atOffset(ZoneOffset.UTC))
                .setParameter(5, patientId)
                .executeUpdate();
        entities.createNativeQuery("""
                        UPDATE appointment_history SET reason = NULL, override_reason = NULL
                        WHERE appointment_id IN (SELECT id FROM appointments WHERE patient_id = ?)
                            AND num_nonnulls(reason, override_reason) > 0
                        """).setParameter(1, patientId).executeUpdate();
        return appointments;
    }

    /** When that appointment got the status that it has: other changes may have come since. */
    Instant becameAt(Appointment appointment) {
        return entities.createQuery(
                        "SELECT c.at FROM AppointmentChange c WHERE c.appointmentId = :id AND c.toStatus = :status"
                                + " AND (c.fromStatus IS NULL OR c.fromStatus <> c.toStatus) ORDER BY c.id DESC",
                        Instant.class)
                .setParameter("id", appointment.id())
                .setParameter("status", appointment.status())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElseGet(appointment::updatedAt);
    }

    /** The moves of those appointments, the earliest first. */
    public List<AppointmentChange> moves(Collection<UUID> appointmentIds) {
        if (appointmentIds.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "SELECT c FROM AppointmentChange c WHERE c.appointmentId IN :ids AND c.change = :kind ORDER BY c.id",
                        AppointmentChange.class)
                .setParameter("ids", appointmentIds)
                .setParameter("kind", ChangeKind.RESCHEDULED)
                .getResultList();
    }

    /** The whole history of those appointments, the earliest change first. */
    public List<AppointmentChange> changesOf(Collection<UUID> appointmentIds) {
        return appointmentIds.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "SELECT c FROM AppointmentChange c WHERE c.appointmentId IN :ids ORDER BY c.id",
                                AppointmentChange.class)
                        .setParameter("ids", appointmentIds)
                        .getResultList();
    }

    /** The history of one appointment, the earliest change first, one more than the page has. */
    public List<AppointmentChange> history(UUID appointmentId, PageQuery page) {
        Cursor cursor = page.cursor();
        return entities.createQuery(
                        "SELECT c FROM AppointmentChange c WHERE c.appointmentId = :id AND c.id > :after ORDER BY c.id",
                        AppointmentChange.class)
                .setParameter("id", appointmentId)
                .setParameter("after", cursor == null ? 0L : cursor.number(0))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }
}
