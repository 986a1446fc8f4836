package health.miadi.audit.control;

import health.miadi.audit.entity.AuditEntry;
import health.miadi.audit.entity.Seal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes entries into the chain (R-REC-5), after they were committed, so that nobody who writes one waits for another. Several
 * may do it at once: each seal has a number, and the slower one's is taken.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditSealing {
    /** How many entries a seal holds at most. */
    static final int MOST = 1_000;

    @Inject
    ChainRepository chain;

    /** When the oldest entry was written that is not taken yet, if there is one. */
    public Optional<Instant> waitingSince() {
        return chain.settledAfter(chain.last().through(), 1).stream()
                .map(AuditEntry::at)
                .findFirst();
    }

    /**
     * Makes the next seal, if there is anything to seal.
     *
     * @return whether there may be more
     */
    public boolean seal() {
        Seal last = chain.last();
        List<AuditEntry> entries = chain.settledAfter(last.through(), MOST);
        return !entries.isEmpty() && chain.add(last.followedBy(entries)) && entries.size() == MOST;
    }
}
