package health.miadi.audit.control;

import health.miadi.audit.entity.Actor;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditOutcome;
import health.miadi.audit.entity.AuditedEntity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The table of audit entries, which is only ever added to. Their number, time and transaction are the database's own. */
@ApplicationScoped
public class AuditRepository {
    private static final String INSERT = """
            INSERT INTO audit_entries
                (actor_id, actor_role, actor_name, address, request_id, action, entity, entity_id, outcome, reason)
            SELECT CAST(? AS uuid), ?, ?, ?, ?, ?, ?, thing, ?, ? FROM unnest(CAST(? AS uuid[])) AS thing
            """;

    /** The same in a transaction whose commit does not wait for the disk. */
    private static final String INSERT_UNHURRIED =
            INSERT + ", set_config('synchronous_commit', 'off', true) AS unhurried";

    private final Set<String> parsed = ConcurrentHashMap.newKeySet();

    @PersistenceContext
    EntityManager entities;

    /**
     * Adds an entry for each of these things.
     *
     * @param things an array of ids, as PostgreSQL writes one
     */
    void add(
            Actor actor,
            AuditAction action,
            AuditedEntity entity,
            String things,
            AuditOutcome outcome,
            @Nullable String reason) {
        insert(INSERT, actor, action, entity, things, outcome, reason);
    }

    /**
     * Adds an entry for each of these things, and lets the commit of this transaction not wait for the disk.
     *
     * @param things an array of ids, as PostgreSQL writes one
     */
    void addUnhurried(Actor actor, AuditAction action, AuditedEntity entity, String things) {
        insert(INSERT_UNHURRIED, actor, action, entity, things, AuditOutcome.DONE, null);
    }

    private void insert(
            String sql,
            Actor actor,
            AuditAction action,
            AuditedEntity entity,
            String things,
            AuditOutcome outcome,
            @Nullable String reason) {
        if (!parsed.contains(sql)) {
            // a query with a name is parsed once and not at every entry
            entities.getEntityManagerFactory().addNamedQuery(sql, entities.createNativeQuery(sql));
            parsed.add(sql);
        }
        entities.createNamedQuery(sql)
                .setParameter(1, text(actor.userId()))
                .setParameter(2, actor.role())
                .setParameter(3, actor.name())
                .setParameter(4, actor.address())
                .setParameter(5, actor.requestId())
                .setParameter(6, action.word())
                .setParameter(7, entity.word())
                .setParameter(8, outcome.word())
                .setParameter(9, reason)
                .setParameter(10, things)
                .executeUpdate();
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
