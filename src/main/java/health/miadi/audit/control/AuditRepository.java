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
                (actor_id, actor_role, actor_name, address, request_id, server_request_id, action, entity, entity_id,
                    outcome, reason, detail)
            SELECT CAST(? AS uuid), ?, ?, ?, ?, ?, ?, ?, thing, ?, ?, ? FROM unnest(CAST(? AS uuid[])) AS thing
            """;

    /** The same in a transaction whose commit does not wait for the disk, unless it has written something already. */
    private static final String INSERT_UNHURRIED = INSERT + """
            , (SELECT CASE WHEN pg_current_xact_id_if_assigned() IS NULL
                THEN set_config('synchronous_commit', 'off', true) END) AS unhurried
            """;

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
            @Nullable String reason,
            @Nullable String detail) {
        insert(INSERT, actor, action, entity, things, outcome, reason, detail);
    }

    /**
     * Adds an entry for each of these things, and lets the commit of this transaction not wait for the disk: it shows something and
     * changes nothing. One that has changed something already waits as it would have.
     *
     * @param things an array of ids, as PostgreSQL writes one
     */
    void addUnhurried(Actor actor, AuditAction action, AuditedEntity entity, String things, @Nullable String detail) {
        insert(INSERT_UNHURRIED, actor, action, entity, things, AuditOutcome.DONE, null, detail);
    }

    private void insert(
            String sql,
            Actor actor,
            AuditAction action,
            AuditedEntity entity,
            String things,
            AuditOutcome outcome,
            @Nullable String reason,
            @Nullable String detail) {
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
                .setParameter(6, actor.serverRequestId())
                .setParameter(7, action.word())
                .setParameter(8, entity.word())
                .setParameter(9, outcome.word())
                .setParameter(10, reason)
                .setParameter(11, detail)
                .setParameter(12, things)
                .executeUpdate();
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
