package health.miadi.audit.control;

import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditEntry;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.persistence.FromReplica;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit entries as a list, the newest first. */
@ApplicationScoped
public class AuditListRepository {
    /** How many sort keys the list has: time and id. */
    public static final int SORT_KEYS = 2;

    @PersistenceContext
    EntityManager entities;

    /** Entries, one more than the page has. Each condition has an index that ends with the order of the list. */
    @FromReplica
    List<AuditEntry> list(AuditQuery query, PageQuery page) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        add(conditions, values, "actor_id = CAST(? AS uuid)", text(query.actorId()));
        AuditAction action = query.action();
        if (action != null) {
            // as a word of the statement: an index has the few emergencies alone
            conditions.add("action = '" + action.word() + "'");
        }
        AuditedEntity entity = query.entity();
        add(conditions, values, "entity = ?", entity == null ? null : entity.word());
        add(conditions, values, "entity_id = CAST(? AS uuid)", text(query.entityId()));
        add(conditions, values, "at >= CAST(? AS timestamptz)", text(query.from()));
        add(conditions, values, "at < CAST(? AS timestamptz)", text(query.to()));
        Cursor cursor = page.cursor();
        if (cursor != null) {
            add(conditions, values, "(at, id) < (CAST(? AS timestamptz), ?)", text(cursor.instant(0)));
            values.add(cursor.number(1));
        }
        Query select = entities.createNativeQuery(AuditRows.SELECT
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + " ORDER BY at DESC, id DESC LIMIT " + (page.limit() + 1));
        for (int i = 0; i < values.size(); i++) {
            select.setParameter(i + 1, values.get(i));
        }
        return ((List<?>) select.getResultList())
                .stream().map(row -> AuditRows.entry((Object[]) row)).toList();
    }

    private static void add(List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC).toString();
    }
}
