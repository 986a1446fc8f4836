package health.miadi.record.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Shows records to their patient and to the provider who wrote them, and to nobody else (R-REC-2).
 *
 * <p>Every record that is shown leaves an audit entry in the same transaction (R-REC-5).
 *
 * <p>Whatever the caller may not see is {@code not-found} (R-AUTH-8), and so is what was removed (R-REC-3).
 */
@Stateless
@RolesAllowed({Role.Name.PROVIDER, Role.Name.PATIENT})
public class RecordReading {
    @Inject
    MedicalRecordRepository records;

    @Inject
    DiagnosisSearch search;

    @Inject
    RecordTexts texts;

    @Inject
    AuditTrail audit;

    /**
     * The record of that appointment.
     *
     * @throws Refusal {@code not-found}; {@code record-unreadable} when it cannot be decrypted (R-REC-4)
     */
    public ReadRecord ofAppointment(Caller caller, UUID appointmentId) {
        return shown(caller, records.ofAppointment(appointmentId).orElseThrow(Refusal::notFound));
    }

    /**
     * That record.
     *
     * @throws Refusal {@code not-found}; {@code record-unreadable} when it cannot be decrypted (R-REC-4)
     */
    public ReadRecord byId(Caller caller, UUID id) {
        return shown(caller, records.byId(id).orElseThrow(Refusal::notFound));
    }

    private ReadRecord shown(Caller caller, StoredRecord stored) {
        if (!RecordRights.reads(caller, stored.record())) {
            throw Refusal.notFound();
        }
        ReadRecord read = ReadRecord.of(stored, texts.require(stored.version().text(), stored.seal()));
        audit.read(AuditedEntity.RECORD, List.of(stored.record().id()));
        return read;
    }

    /**
     * Every version of that record, the earliest first, one more than the page has (R-REC-3).
     *
     * @throws Refusal {@code not-found}
     */
    public List<ReadRecord> versions(Caller caller, UUID id, PageQuery page) {
        boolean seen = records.byId(id)
                .filter(found -> RecordRights.reads(caller, found.record()))
                .isPresent();
        if (!seen) {
            throw Refusal.notFound();
        }
        audit.read(AuditedEntity.RECORD, List.of(id));
        return opened(records.versions(id, page));
    }

    /** The caller's own records that the query asks for, the latest visit first, one more than the page has. */
    public List<ReadRecord> list(Caller caller, RecordQuery query, PageQuery page) {
        List<StoredRecord> found = RecordScope.of(caller, query)
                .map(scope -> query.diagnosis() == null
                        ? records.list(scope, page)
                        : search.find(scope, query.diagnosis(), page))
                .orElse(List.of());
        // the last of them only says that there is another page
        audit.read(
                AuditedEntity.RECORD,
                found.stream()
                        .limit(page.limit())
                        .map(each -> each.record().id())
                        .toList());
        return opened(found);
    }

    private List<ReadRecord> opened(List<StoredRecord> stored) {
        return stored.stream()
                .map(each -> ReadRecord.of(
                        each, texts.open(each.version().text(), each.seal()).orElse(null)))
                .toList();
    }
}
