package health.miadi.availability.control;

import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.provider.control.StrandedAppointment;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists the appointments that lie outside working time, whatever brought them there (R-AVAIL-4), to whoever plans in that calendar. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
public class StrandedListing {
    /** How many sort keys the list has: start, id. */
    public static final int SORT_KEYS = 2;

    @Inject
    CalendarOwners owners;

    @Inject
    Stranding stranding;

    /**
     * Those of that provider by start and id, one more than the page has.
     *
     * @throws Refusal {@code not-found} when there is no such provider, {@code forbidden} when it is another one
     */
    public List<PlannedVisit> list(Caller caller, UUID providerId, PageQuery page) {
        owners.requirePlanner(caller, owners.get(providerId).id());
        Predicate<PlannedVisit> after = after(page.cursor());
        return stranding.of(providerId).stream()
                .filter(after)
                .limit(page.limit() + 1L)
                .toList();
    }

    /** Those appointments as the API answers them. */
    public List<? extends StrandedAppointment> answers(UUID providerId, List<PlannedVisit> visits) {
        return stranding.answers(providerId, visits);
    }

    /** Whether a visit is behind that place of the list. Ids are compared as the database does, byte by byte. */
    private static Predicate<PlannedVisit> after(@Nullable Cursor cursor) {
        if (cursor == null) {
            return visit -> true;
        }
        Instant start = cursor.instant(0);
        String id = cursor.uuid(1).toString();
        return visit -> {
            int order = visit.time().start().compareTo(start);
            return order > 0 || (order == 0 && visit.id().toString().compareTo(id) > 0);
        };
    }
}
