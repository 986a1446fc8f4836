package health.miadi.provider.control;

import health.miadi.provider.entity.Provider;
import health.miadi.shared.http.Cursor;
import health.miadi.shared.http.PageQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The providers of the clinic. */
@ApplicationScoped
public class ProviderRepository {
    /** How many sort keys the list has: last name, first name, id. */
    public static final int SORT_KEYS = 3;

    @PersistenceContext
    EntityManager entities;

    public Optional<Provider> byId(UUID id) {
        return Optional.ofNullable(entities.find(Provider.class, id));
    }

    /** The provider, locked until the transaction ends (R-BOOK-2: before the patient). */
    public Optional<Provider> lock(UUID id) {
        return Optional.ofNullable(entities.find(Provider.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public void add(Provider provider) {
        entities.persist(provider);
        entities.flush();
    }

    public void remove(Provider provider) {
        entities.remove(provider);
        entities.flush();
    }

    /** Writes what changed now, so that a taken value is found here. */
    public void flush() {
        entities.flush();
    }

    /** Providers by last name, first name and id, one more than the page has. */
    public List<Provider> list(ProviderQuery query, PageQuery page) {
        StringBuilder where = new StringBuilder("SELECT p FROM Provider p WHERE 1 = 1");
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (query.search() != null) {
            where.append(" AND SQL('search_text LIKE ?', :search)");
            parameters.put("search", contains(query.search()));
        }
        if (query.specialization() != null) {
            where.append(" AND LOWER(p.specialization) = :specialization");
            parameters.put("specialization", query.specialization().toLowerCase(Locale.ROOT));
        }
        if (query.cadre() != null) {
            where.append(" AND LOWER(p.cadre) = :cadre");
            parameters.put("cadre", query.cadre().toLowerCase(Locale.ROOT));
        }
        if (query.active() != null) {
            where.append(" AND p.active = :active");
            parameters.put("active", query.active());
        }
        Cursor cursor = page.cursor();
        if (cursor != null) {
            where.append(" AND p.lastName >= :last AND (p.lastName > :last OR p.firstName > :first"
                    + " OR (p.firstName = :first AND p.id > :id))");
            parameters.put("last", cursor.string(0));
            parameters.put("first", cursor.string(1));
            parameters.put("id", cursor.uuid(2));
        }
        TypedQuery<Provider> list = entities.createQuery(
                        where + " ORDER BY p.lastName, p.firstName, p.id", Provider.class)
                .setMaxResults(page.limit() + 1);
        parameters.forEach(list::setParameter);
        return list.getResultList();
    }

    private static String contains(String search) {
        return "%"
                + search.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
