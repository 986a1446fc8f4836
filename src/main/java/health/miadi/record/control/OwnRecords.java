package health.miadi.record.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.record.entity.MedicalRecord;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All of a patient's records with all their versions, for the patient alone (R-REC-2): to take along, not to look something up. */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class OwnRecords {
    @Inject
    MedicalRecordRepository records;

    @Inject
    RecordTexts texts;

    @Inject
    AuditTrail audit;

    /**
     * A record with its versions.
     *
     * @param versions the earliest first; none of a record that was removed, which is hidden (R-REC-3)
     */
    public record Kept(MedicalRecord record, List<ReadRecord> versions) {
        /** The id, and nothing that it says. */
        @Override
        public String toString() {
            return "Kept " + record.id();
        }
    }

    /**
     * A page of the caller's own records, the earliest first. Each leaves an audit entry (R-REC-5).
     *
     * @throws Refusal {@code not-found} when the caller is nobody's patient
     */
    public Page<Kept> page(Caller caller, @Nullable Cursor cursor) {
        UUID patient = caller.personId();
        if (patient == null) {
            throw Refusal.notFound();
        }
        PageQuery page = PageQuery.largest(cursor);
        Page<MedicalRecord> found = Page.of(records.kept(patient, page), page, record -> Cursor.after(record.id()));
        List<UUID> shown = found.items().stream()
                .filter(record -> !record.isRemoved())
                .map(MedicalRecord::id)
                .toList();
        audit.read(AuditedEntity.RECORD, shown);
        Map<UUID, List<ReadRecord>> versions = records.versionsOf(shown).stream()
                .map(each -> ReadRecord.of(
                        each, texts.open(each.version().text(), each.seal()).orElse(null)))
                .collect(Collectors.groupingBy(each -> each.record().id()));
        return found.map(record -> new Kept(record, versions.getOrDefault(record.id(), List.of())));
    }
}
