package health.miadi.provider.control;

import health.miadi.provider.entity.Synonym;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.persistence.Conditions;
import health.miadi.shared.persistence.DatabaseRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people call what providers do. The database puts it into the text by which providers are found. */
@ApplicationScoped
public class SynonymRepository {
    /** How many sort keys the list has: what is said, id. */
    public static final int SORT_KEYS = 2;

    @PersistenceContext
    EntityManager entities;

    Optional<Synonym> byId(UUID id) {
        return Optional.ofNullable(entities.find(Synonym.class, id));
    }

    /** The synonym, locked until the transaction ends. */
    Optional<Synonym> lock(UUID id) {
        return Optional.ofNullable(entities.find(Synonym.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Synonyms by what is said and id, one more than the page has. */
    List<Synonym> list(PageQuery page) {
        Conditions conditions = new Conditions();
        Cursor cursor = page.cursor();
        if (cursor != null) {
            conditions.add(
                    "s.said >= :said AND (s.said > :said OR s.id > :id)",
                    Map.of("said", cursor.string(0), "id", cursor.uuid(1)));
        }
        String jpql = "SELECT s FROM Synonym s" + conditions.where() + " ORDER BY s.said, s.id";
        return conditions
                .bind(entities.createQuery(jpql, Synonym.class))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    void add(Synonym synonym) {
        entities.persist(synonym);
        flush();
    }

    void remove(Synonym synonym) {
        entities.remove(synonym);
        flush();
    }

    /** Writes what changed now, so that a duplicate is found here. */
    void flush() {
        DatabaseRefusals.translating(entities::flush);
    }
}
