package health.miadi.availability.control;

import health.miadi.availability.entity.Availability;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.persistence.DatabaseRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The weekly rules of the providers. */
@ApplicationScoped
public class AvailabilityRepository {
    /** How many sort keys the list has: weekday, start, id. */
    public static final int SORT_KEYS = 3;

    @PersistenceContext
    EntityManager entities;

    public Optional<Availability> byId(UUID id) {
        return Optional.ofNullable(entities.find(Availability.class, id));
    }

    /** Every rule of that provider. */
    public List<Availability> of(UUID providerId) {
        return entities.createQuery("SELECT a FROM Availability a WHERE a.providerId = :provider", Availability.class)
                .setParameter("provider", providerId)
                .getResultList();
    }

    /** That provider's rules by weekday, start and id, one more than the page has. */
    public List<Availability> list(UUID providerId, PageQuery page) {
        Cursor cursor = page.cursor();
        String after = cursor == null
                ? ""
                : " AND a.dayOfWeek >= :day AND (a.dayOfWeek > :day OR a.startTime > :start"
                        + " OR (a.startTime = :start AND a.id > :id))";
        TypedQuery<Availability> list = entities.createQuery(
                        "SELECT a FROM Availability a WHERE a.providerId = :provider" + after
                                + " ORDER BY a.dayOfWeek, a.startTime, a.id",
                        Availability.class)
                .setParameter("provider", providerId)
                .setMaxResults(page.limit() + 1);
        if (cursor != null) {
            list.setParameter("day", (int) cursor.number(0))
                    .setParameter("start", cursor.time(1))
                    .setParameter("id", cursor.uuid(2));
        }
        return list.getResultList();
    }

    public void add(Availability rule) {
        entities.persist(rule);
        DatabaseRefusals.translating(entities::flush);
    }

    public void remove(Availability rule) {
        entities.remove(rule);
        DatabaseRefusals.translating(entities::flush);
    }

    /** Writes what changed now, so that a version that has passed is found here. */
    public void flush() {
        DatabaseRefusals.translating(entities::flush);
    }
}
