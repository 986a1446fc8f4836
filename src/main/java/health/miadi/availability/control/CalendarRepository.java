package health.miadi.availability.control;

import health.miadi.shared.persistence.FromReplica;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads calendars: one round trip to the database, whatever the scope (R-AVAIL-7). Searching and booking share it, so that
 * both decide on the same facts (R-AVAIL-6).
 *
 * <p>It reads the appointments' table itself, and not through the appointment feature, because one query must answer for
 * working hours and appointments together.
 */
@ApplicationScoped
public class CalendarRepository {
    private final Map<String, Boolean> parsed = new ConcurrentHashMap<>();

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** What the calendars say now. It takes no locks: who decides on it locks the provider first (R-BOOK-2). */
    public CalendarReading read(CalendarScope scope) {
        var rows = new CalendarRows();
        for (Object row : query(new CalendarSql(scope, clock.instant())).getResultList()) {
            rows.add((Object[]) row);
        }
        return rows.reading();
    }

    /** The same for who shows what is free, and for no decision (R-SCALE-1): who books reads the primary, under its locks. */
    @FromReplica
    public CalendarReading search(CalendarScope scope) {
        return read(scope);
    }

    private Query query(CalendarSql sql) {
        Query query = named(sql.text());
        List<Object> parameters = sql.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    /**
     * A query that has a name, which is its text, is parsed once and not at every reading. There are as many texts as there
     * are kinds of scopes, not as many as there are scopes.
     */
    private Query named(String text) {
        parsed.computeIfAbsent(text, added -> {
            entities.getEntityManagerFactory().addNamedQuery(added, entities.createNativeQuery(added));
            return true;
        });
        return entities.createNamedQuery(text);
    }
}
