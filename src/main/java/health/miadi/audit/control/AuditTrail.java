package health.miadi.audit.control;

import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditOutcome;
import health.miadi.audit.entity.AuditedEntity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is done into the audit trail (R-REC-5), in the transaction of its caller: either both are there in the end or
 * neither. Each call is one statement.
 *
 * <p>Call it once the change is flushed: writing an entry flushes what is left, and then nobody translates what the database
 * refuses. No entry may hold anything confidential; the only text is a reason that a person gave for the trail.
 */
@ApplicationScoped
public class AuditTrail {
    @Inject
    AuditRepository entries;

    @Inject
    CurrentActor actor;

    @Inject
    Event<Done> done;

    /**
     * Notes that something was done.
     *
     * @param id what it was done to, null where that is no single thing
     */
    public void record(AuditAction action, AuditedEntity entity, @Nullable UUID id) {
        record(action, entity, id, null);
    }

    /**
     * Notes that something was done, and why.
     *
     * @param id what it was done to, null where that is no single thing
     * @param reason as a person gave it, up to 500 characters; null where they gave none
     */
    public void record(AuditAction action, AuditedEntity entity, @Nullable UUID id, @Nullable String reason) {
        entries.add(
                actor.get(), action, entity, "{" + (id == null ? "NULL" : id) + "}", AuditOutcome.DONE, reason, null);
        done.fire(new Done(action, entity, 1));
    }

    /** Notes that something was done, and what the application has to say of it. */
    public void tell(AuditAction action, AuditedEntity entity, UUID id, Told told) {
        entries.add(actor.get(), action, entity, "{" + id + "}", AuditOutcome.DONE, null, told.words());
        done.fire(new Done(action, entity, 1));
    }

    /** Notes that something was changed, and which fields of it (R-REC-6). */
    public void change(AuditAction action, AuditedEntity entity, UUID id, ChangedFields fields) {
        change(action, entity, id, fields, null);
    }

    /** The same, and why. */
    public void change(
            AuditAction action, AuditedEntity entity, UUID id, ChangedFields fields, @Nullable String reason) {
        entries.add(actor.get(), action, entity, "{" + id + "}", AuditOutcome.DONE, reason, fields.words());
        done.fire(new Done(action, entity, 1));
    }

    /** Notes that the same was done to several things, none of them twice; one entry for each, in their order. */
    public void record(AuditAction action, AuditedEntity entity, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            entries.add(actor.get(), action, entity, array(ids), AuditOutcome.DONE, null, null);
            done.fire(new Done(action, entity, ids.size()));
        }
    }

    /**
     * Notes what a transaction showed that writes nothing else; one entry for each, in their order.
     *
     * <p>The answer does not wait until the entries are on the disk: PostgreSQL writes them within a second, and loses them only
     * when it dies in it, and with it nothing that was written (ADR 0021).
     */
    public void read(AuditedEntity entity, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            entries.addUnhurried(actor.get(), AuditAction.READ, entity, array(ids), null);
        }
    }

    /**
     * Notes the same of a list, or of what is no single thing, by one entry.
     *
     * @param id whose the list is, null for nobody's in particular
     * @param shown what it showed
     */
    public void read(AuditedEntity entity, @Nullable UUID id, Shown shown) {
        entries.addUnhurried(
                actor.get(), AuditAction.READ, entity, "{" + (id == null ? "NULL" : id) + "}", shown.words());
    }

    /** As PostgreSQL writes an array. */
    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
