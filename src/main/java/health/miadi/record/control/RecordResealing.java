package health.miadi.record.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.record.entity.RecordText;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals anew with the current key what a former one sealed, a few versions in one transaction (R-REC-4).
 *
 * <p>Nothing but the sealed bytes of a version changes, and nobody else ever changes them: an amendment adds a version. So
 * neither waits for the other, and the record keeps its entity tag.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RecordResealing {
    private static final int AT_A_TIME = 100;

    @Inject
    SealedVersionRepository versions;

    @Inject
    RecordTexts texts;

    @Inject
    AuditTrail audit;

    /**
     * What one transaction did.
     *
     * @param resealed how many versions have the current key now
     * @param unreadable how many could not be opened and stay as they are
     * @param last where to go on, empty when there are no more
     */
    public record Batch(int resealed, int unreadable, Optional<UUID> last) {}

    /** Takes the next of those that a key seals. */
    public Batch next(String keyId, Optional<UUID> after) {
        List<UUID> ids = versions.lock(keyId, after, AT_A_TIME);
        if (ids.isEmpty()) {
            return new Batch(0, 0, Optional.empty());
        }
        int resealed = 0;
        for (StoredRecord stored : versions.withRecords(ids)) {
            Optional<RecordText> text = texts.open(stored.version().text(), stored.seal());
            if (text.isPresent()) {
                stored.version().reseal(texts.seal(text.get(), stored.seal()));
                resealed++;
            }
        }
        versions.flush();
        if (resealed > 0) {
            audit.record(AuditAction.REENCRYPTED, AuditedEntity.RECORD, (UUID) null);
        }
        return new Batch(resealed, ids.size() - resealed, Optional.of(Collections.max(ids)));
    }
}
