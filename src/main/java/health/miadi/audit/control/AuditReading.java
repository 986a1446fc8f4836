package health.miadi.audit.control;

import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditEntry;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.shared.paging.PageQuery;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the trail for admins, which is itself noted (R-REC-5). */
@Stateless
public class AuditReading {
    @Inject
    AuditListRepository entries;

    @Inject
    AuditTrail audit;

    /** Entries, the newest first, one more than the page has. */
    public List<AuditEntry> list(AuditQuery query, PageQuery page) {
        List<AuditEntry> found = entries.list(query, page);
        audit.record(AuditAction.READ, AuditedEntity.AUDIT, query.entityId(), null);
        return found;
    }
}
