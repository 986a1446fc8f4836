package health.miadi.provider.control;

import health.miadi.provider.entity.Provider;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.persistence.Conditions;
import health.miadi.shared.persistence.DatabaseRefusals;
import health.miadi.shared.persistence.FromReplica;
import health.miadi.shared.persistence.SearchSql;
import health.miadi.shared.time.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The providers of the clinic. */
@ApplicationScoped
public class ProviderRepository {
    /** How many sort keys the list has: sort name, id. */
    public static final int SORT_KEYS = 2;

    @PersistenceContext
    EntityManager entities;

    /** Whether all of them are providers, active or not. */
    public boolean allExist(Set<UUID> ids) {
        return ids.isEmpty()
                || entities.createQuery("SELECT COUNT(p) FROM Provider p WHERE p.id IN :ids", Long.class)
                                .setParameter("ids", ids)
                                .getSingleResult()
                        == ids.size();
    }

    public Optional<Provider> byId(UUID id) {
        return Optional.ofNullable(entities.find(Provider.class, id));
    }

    /** The zones whose clocks those providers go by now (R-TIME-6), by their ids; without those that the time zone database does not know any more. */
    public Map<UUID, String> zones(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("SELECT p.id, p.timeZone FROM Provider p WHERE p.id IN :ids", Object[].class)
                .setParameter("ids", Set.copyOf(ids))
                .getResultStream()
                .filter(row -> Zones.named((String) row[1]).isPresent())
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    /** The provider, locked until the transaction ends (R-BOOK-2: before the patient). */
    public Optional<Provider> lock(UUID id) {
        return Optional.ofNullable(entities.find(Provider.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public void add(Provider provider) {
        entities.persist(provider);
        DatabaseRefusals.translating(entities::flush);
    }

    public void remove(Provider provider) {
        entities.remove(provider);
        DatabaseRefusals.translating(entities::flush);
    }

    /** Writes what changed now, so that a taken value is found here. */
    public void flush() {
        DatabaseRefusals.translating(entities::flush);
    }

    /** The specializations and cadres of the active providers, each once however it is spelled (R-PERS-6), by name. */
    @FromReplica
    List<PracticeCount> practices() {
        List<?> rows = entities.createNativeQuery("""
                        SELECT kind, name, providers FROM (
                            SELECT 'SPECIALIZATION' AS kind, mode() WITHIN GROUP (ORDER BY specialization) AS name,
                                count(*) AS providers
                            FROM providers WHERE active AND specialization IS NOT NULL GROUP BY specialization_folded
                            UNION ALL
                            SELECT 'CADRE', mode() WITHIN GROUP (ORDER BY cadre), count(*)
                            FROM providers WHERE active GROUP BY cadre_folded
                        ) AS practices
                        ORDER BY name COLLATE "und-x-icu"
                        """).getResultList();
        return rows.stream().map(row -> practice((Object[]) row)).toList();
    }

    private static PracticeCount practice(Object[] row) {
        return new PracticeCount(
                PracticeCount.Kind.valueOf(String.valueOf(row[0])),
                String.valueOf(row[1]),
                ((Number) row[2]).intValue());
    }

    /** Providers by name and id, one more than the page has. */
    @FromReplica
    public List<Provider> list(ProviderQuery query, PageQuery page) {
        Conditions conditions = new Conditions()
                .add(SearchSql.MATCHES, "search", query.search())
                .add(
                        "SQL('specialization_folded = search_folded(?)', :specialization)",
                        "specialization",
                        query.specialization())
                .add("SQL('cadre_folded = search_folded(?)', :cadre)", "cadre", query.cadre())
                .add("p.active = :active", "active", query.active())
                .add("p.id IN :ids", "ids", query.ids().isEmpty() ? null : query.ids());
        Cursor cursor = page.cursor();
        if (cursor != null) {
            // The first condition is the index's way to the page, the second the page's exact beginning.
            conditions.add(
                    "p.sortName >= :name AND (p.sortName > :name OR p.id > :id)",
                    Map.of("name", cursor.string(0), "id", cursor.uuid(1)));
        }
        String jpql = "SELECT p FROM Provider p" + conditions.where() + " ORDER BY p.sortName, p.id";
        return conditions
                .bind(entities.createQuery(jpql, Provider.class))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }
}
