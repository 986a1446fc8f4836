package health.miadi.bench;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A trail that writes nothing, for the application that the audited one is held against. Only a measurement has it. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SilentTrail extends AuditTrail {
    @Override
    public void record(AuditAction action, AuditedEntity entity, @Nullable UUID id) {}

    @Override
    public void record(AuditAction action, AuditedEntity entity, @Nullable UUID id, @Nullable String reason) {}

    @Override
    public void record(AuditAction action, AuditedEntity entity, Collection<UUID> ids) {}

    @Override
    public void read(AuditedEntity entity, Collection<UUID> ids) {}
}
