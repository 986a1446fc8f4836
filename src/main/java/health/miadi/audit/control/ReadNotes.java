package health.miadi.audit.control;

import health.miadi.audit.entity.AuditedEntity;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Notes what was shown of others (R-REC-5) for use cases that read without a transaction, so that those who read what is their own
 * pay for none. The entry is committed before the answer goes out; if it cannot be written, there is no answer.
 */
@Stateless
public class ReadNotes {
    @Inject
    AuditTrail audit;

    /** Notes one thing that was shown. */
    public void add(AuditedEntity entity, UUID id) {
        audit.read(entity, List.of(id));
    }

    /**
     * Notes a list, or a part of something.
     *
     * @param id whose the list is, null for nobody's in particular
     */
    public void add(AuditedEntity entity, @Nullable UUID id, Shown shown) {
        audit.read(entity, id, shown);
    }
}
