package health.miadi.record.control;

import health.miadi.record.entity.MedicalRecord;
import health.miadi.record.entity.RecordVersion;
import health.miadi.record.entity.Seal;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.persistence.Conditions;
import health.miadi.shared.persistence.DatabaseRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All medical records and their versions, sealed. Those that were removed are found by nobody (R-REC-3). */
@ApplicationScoped
public class MedicalRecordRepository {
    /** How many sort keys the list has: the visit's start and the id. */
    public static final int SORT_KEYS = 2;

    private static final String STANDING = "SELECT r, v FROM MedicalRecord r, RecordVersion v"
            + " WHERE v.recordId = r.id AND v.number = r.newestVersion AND r.removedAt IS NULL";

    @PersistenceContext
    EntityManager entities;

    Optional<UUID> idOfAppointment(UUID appointmentId) {
        return entities.createQuery(
                        "SELECT r.id FROM MedicalRecord r WHERE r.appointmentId = :id AND r.removedAt IS NULL",
                        UUID.class)
                .setParameter("id", appointmentId)
                .getResultStream()
                .findFirst();
    }

    /** That record with the version that stands. */
    Optional<StoredRecord> ofAppointment(UUID appointmentId) {
        return one(STANDING + " AND r.appointmentId = :id", appointmentId);
    }

    /** That record with the version that stands. */
    Optional<StoredRecord> byId(UUID id) {
        return one(STANDING + " AND r.id = :id", id);
    }

    private Optional<StoredRecord> one(String jpql, UUID id) {
        return entities.createQuery(jpql, Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(StoredRecord::of);
    }

    /** The record, locked until the transaction ends, unless it was removed. */
    Optional<MedicalRecord> lock(UUID id) {
        return Optional.ofNullable(entities.find(MedicalRecord.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(record -> !record.isRemoved());
    }

    /** Stores it now, so that of two records of one appointment the second is refused here (R-REC-1). */
    void add(MedicalRecord record) {
        entities.persist(record);
        flush();
    }

    void add(RecordVersion version) {
        entities.persist(version);
        flush();
    }

    /** Writes what changed now, so that what the database refuses is refused here. */
    void flush() {
        DatabaseRefusals.translating(entities::flush);
    }

    /** Every version of those of a record that come after a page, the earliest first, one more than the page has. */
    List<StoredRecord> versions(UUID recordId, PageQuery page) {
        Cursor cursor = page.cursor();
        return entities.createQuery(
                        "SELECT r, v FROM MedicalRecord r, RecordVersion v WHERE v.recordId = r.id AND r.removedAt IS NULL"
                                + " AND r.id = :id AND v.number > :after ORDER BY v.number",
                        Object[].class)
                .setParameter("id", recordId)
                .setParameter("after", cursor == null ? 0 : (int) Math.min(cursor.number(0), Integer.MAX_VALUE))
                .setMaxResults(page.limit() + 1)
                .getResultStream()
                .map(StoredRecord::of)
                .toList();
    }

    /** All of a patient's records, removed ones too, the earliest first, one more than the page has. */
    List<MedicalRecord> kept(UUID patientId, PageQuery page) {
        Conditions conditions = new Conditions().add("r.patientId = :patient", "patient", patientId);
        Cursor cursor = page.cursor();
        if (cursor != null) {
            conditions.add("r.id > :after", Map.of("after", cursor.uuid(0)));
        }
        return conditions
                .bind(entities.createQuery(
                        "SELECT r FROM MedicalRecord r" + conditions.where() + " ORDER BY r.id", MedicalRecord.class))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /** Every version of those records, the earliest first. */
    List<StoredRecord> versionsOf(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "SELECT r, v FROM MedicalRecord r, RecordVersion v WHERE v.recordId = r.id AND r.id IN :ids"
                                        + " ORDER BY v.number",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(StoredRecord::of)
                        .toList();
    }

    /** Forgets why a patient's records were removed: people may have named somebody. That they were stays known. */
    public void forgetReasons(UUID patientId) {
        entities.createNativeQuery("""
                        UPDATE medical_records SET removal_reason = 'Erased', version = version + 1
                        WHERE patient_id = ? AND removal_reason IS NOT NULL
                        """).setParameter(1, patientId).executeUpdate();
    }

    /** A person's records, the latest visit first, one more than the page has. */
    List<StoredRecord> list(RecordScope scope, PageQuery page) {
        Conditions conditions = conditions(scope);
        Cursor cursor = page.cursor();
        if (cursor != null) {
            after(conditions, cursor.instant(0), cursor.uuid(1));
        }
        return standing(conditions, page.limit() + 1);
    }

    /** Those of the ids, in the order of the list. */
    List<StoredRecord> all(RecordScope scope, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : standing(conditions(scope).add("r.id IN :ids", "ids", ids), ids.size());
    }

    private List<StoredRecord> standing(Conditions conditions, int most) {
        String jpql = "SELECT r, v FROM MedicalRecord r, RecordVersion v" + conditions.where()
                + " ORDER BY r.visitAt DESC, r.id DESC";
        return conditions
                .bind(entities.createQuery(jpql, Object[].class))
                .setMaxResults(most)
                .getResultStream()
                .map(StoredRecord::of)
                .toList();
    }

    /** The sealed diagnoses that come after that place of a list, in its order. */
    List<SoughtDiagnosis> diagnoses(RecordScope scope, @Nullable Instant visitAt, @Nullable UUID id, int most) {
        Conditions conditions = conditions(scope);
        if (visitAt != null && id != null) {
            after(conditions, visitAt, id);
        }
        String jpql = "SELECT r.visitAt, r.id, r.appointmentId, r.patientId, r.providerId, v.number, v.diagnosis"
                + " FROM MedicalRecord r, RecordVersion v" + conditions.where()
                + " ORDER BY r.visitAt DESC, r.id DESC";
        return conditions
                .bind(entities.createQuery(jpql, Object[].class))
                .setMaxResults(most)
                .getResultStream()
                .map(MedicalRecordRepository::sought)
                .toList();
    }

    private static SoughtDiagnosis sought(Object[] row) {
        Seal seal = new Seal((UUID) row[1], (UUID) row[2], (UUID) row[3], (UUID) row[4], (int) row[5]);
        return new SoughtDiagnosis((Instant) row[0], seal, (byte[]) row[6]);
    }

    private static Conditions conditions(RecordScope scope) {
        return new Conditions()
                .add("v.recordId = r.id AND v.number = r.newestVersion AND r.removedAt IS NULL", Map.of())
                .add("r.providerId = :provider", "provider", scope.providerId())
                .add("r.patientId = :patient", "patient", scope.patientId())
                .add("r.visitAt >= :from", "from", scope.from())
                .add("r.visitAt < :to", "to", scope.to());
    }

    private static void after(Conditions conditions, Instant visitAt, UUID id) {
        // The first condition is the index's way to the page, the second the page's exact beginning.
        conditions.add(
                "r.visitAt <= :visit AND (r.visitAt < :visit OR r.id < :id)", Map.of("visit", visitAt, "id", id));
    }
}
