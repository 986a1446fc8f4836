package health.miadi.audit.control;

import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditEntry;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.audit.entity.EntryKey;
import health.miadi.audit.entity.Seal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The steps of a walk along the chain, each in a transaction of its own: a long walk holds nothing up. */
@Stateless
public class ChainSteps {
    @Inject
    ChainRepository chain;

    @Inject
    AuditTrail audit;

    public Seal last() {
        return chain.last();
    }

    public Optional<Seal> sealAfter(long number) {
        return chain.sealAfter(number);
    }

    public List<AuditEntry> between(EntryKey after, EntryKey through, int most) {
        return chain.between(after, through, most);
    }

    public long countAfter(EntryKey key) {
        return chain.countAfter(key);
    }

    public void noteWalk() {
        audit.record(AuditAction.VERIFIED, AuditedEntity.AUDIT, null, null);
    }
}
