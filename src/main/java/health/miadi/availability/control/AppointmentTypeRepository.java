package health.miadi.availability.control;

import health.miadi.availability.entity.AppointmentType;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.persistence.DatabaseRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The kinds of appointments that the clinic offers. */
@ApplicationScoped
public class AppointmentTypeRepository {
    /** How many sort keys the list has: name, id. */
    public static final int SORT_KEYS = 2;

    @PersistenceContext
    EntityManager entities;

    public Optional<AppointmentType> byId(UUID id) {
        return Optional.ofNullable(entities.find(AppointmentType.class, id));
    }

    /** The type, locked until the transaction ends. */
    public Optional<AppointmentType> lock(UUID id) {
        return Optional.ofNullable(entities.find(AppointmentType.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Types by name and id, one more than the page has. */
    public List<AppointmentType> list(PageQuery page) {
        Cursor cursor = page.cursor();
        String after = cursor == null ? "" : " WHERE t.name >= :name AND (t.name > :name OR t.id > :id)";
        TypedQuery<AppointmentType> list = entities.createQuery(
                        "SELECT t FROM AppointmentType t" + after + " ORDER BY t.name, t.id", AppointmentType.class)
                .setMaxResults(page.limit() + 1);
        if (cursor != null) {
            list.setParameter("name", cursor.string(0)).setParameter("id", cursor.uuid(1));
        }
        return list.getResultList();
    }

    public void add(AppointmentType type) {
        entities.persist(type);
        DatabaseRefusals.translating(entities::flush);
    }

    public void remove(AppointmentType type) {
        entities.remove(type);
        DatabaseRefusals.translating(entities::flush);
    }

    /** Writes what changed now, so that a taken name is found here. */
    public void flush() {
        DatabaseRefusals.translating(entities::flush);
    }
}
