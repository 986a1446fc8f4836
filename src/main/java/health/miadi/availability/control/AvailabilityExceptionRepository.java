package health.miadi.availability.control;

import health.miadi.availability.entity.AvailabilityException;
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

/** The providers' dated exceptions. */
@ApplicationScoped
public class AvailabilityExceptionRepository {
    /** How many sort keys the list has: last day, first day, id. */
    public static final int SORT_KEYS = 3;

    @PersistenceContext
    EntityManager entities;

    public Optional<AvailabilityException> byId(UUID id) {
        return Optional.ofNullable(entities.find(AvailabilityException.class, id));
    }

    /** That provider's exceptions by last day, first day and id, one more than the page has. */
    public List<AvailabilityException> list(UUID providerId, PageQuery page) {
        Cursor cursor = page.cursor();
        String after = cursor == null
                ? ""
                : " AND e.endDate >= :end AND (e.endDate > :end OR e.startDate > :start"
                        + " OR (e.startDate = :start AND e.id > :id))";
        TypedQuery<AvailabilityException> list = entities.createQuery(
                        "SELECT e FROM AvailabilityException e WHERE e.providerId = :provider" + after
                                + " ORDER BY e.endDate, e.startDate, e.id",
                        AvailabilityException.class)
                .setParameter("provider", providerId)
                .setMaxResults(page.limit() + 1);
        if (cursor != null) {
            list.setParameter("end", cursor.date(0))
                    .setParameter("start", cursor.date(1))
                    .setParameter("id", cursor.uuid(2));
        }
        return list.getResultList();
    }

    public void add(AvailabilityException exception) {
        entities.persist(exception);
        DatabaseRefusals.translating(entities::flush);
    }

    public void remove(AvailabilityException exception) {
        entities.remove(exception);
        DatabaseRefusals.translating(entities::flush);
    }

    /** Writes what changed now, so that a version that has passed is found here. */
    public void flush() {
        DatabaseRefusals.translating(entities::flush);
    }
}
