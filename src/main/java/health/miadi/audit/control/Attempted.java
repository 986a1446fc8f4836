package health.miadi.audit.control;

import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a request tries whose path does not tell: who tries to sign in, for example. When it is refused with 401, this is
 * what the trail says of it (R-REC-5).
 */
@RequestScoped
public class Attempted {
    private @Nullable What what;

    /** Something tried. */
    record What(
            AuditAction action,
            AuditedEntity entity,
            @Nullable UUID id) {}

    /**
     * Names it.
     *
     * @param id null where nobody knows the thing; never what was typed
     */
    public void name(AuditAction action, AuditedEntity entity, @Nullable UUID id) {
        what = new What(action, entity, id);
    }

    /** Takes back what was named: its refusal is noted where it is decided. */
    public void noteNothing() {
        what = null;
    }

    /** What was named; empty where nothing was. */
    Optional<What> what() {
        return Optional.ofNullable(what);
    }
}
