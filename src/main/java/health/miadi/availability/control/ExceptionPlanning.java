package health.miadi.availability.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.ChangedFields;
import health.miadi.audit.control.Shown;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.availability.entity.AvailabilityException;
import health.miadi.availability.entity.DatedException;
import health.miadi.availability.entity.ExceptionKind;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.provider.control.StrandedAppointment;
import health.miadi.provider.entity.Provider;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plans absences and extra hours: everybody who is signed in reads them, a provider changes their own, admins anybody's.
 * Appointments that come to lie outside working time stay booked; the answer names them (R-AVAIL-4).
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class ExceptionPlanning {
    @Inject
    AvailabilityExceptionRepository exceptions;

    @Inject
    CalendarOwners owners;

    @Inject
    Stranding stranding;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * An exception and the appointments that it strands.
     *
     * @param stranded by their start; whatever lies in an absence is among them, even if it was stranded before
     */
    public record Planned(AvailabilityException exception, List<? extends StrandedAppointment> stranded) {}

    /**
     * That exception. Admins learn why a provider is absent, which is noted (R-REC-5).
     *
     * @throws Refusal {@code not-found}
     */
    public AvailabilityException get(Caller caller, UUID id) {
        AvailabilityException exception = known(id);
        if (tellsWhy(caller, exception)) {
            audit.read(AuditedEntity.EXCEPTION, List.of(id));
        }
        return exception;
    }

    private AvailabilityException known(UUID id) {
        return exceptions.byId(id).orElseThrow(Refusal::notFound);
    }

    private static boolean tellsWhy(Caller caller, AvailabilityException exception) {
        return caller.isAdmin() && exception.reason() != null;
    }

    /**
     * The exceptions of that provider by their last day, one more than the page has.
     *
     * @throws Refusal {@code not-found} when there is no such provider
     */
    public List<AvailabilityException> list(Caller caller, UUID providerId, PageQuery page) {
        List<AvailabilityException> found =
                exceptions.list(owners.get(providerId).id(), page);
        int reasons = Math.toIntExact(found.stream()
                .limit(page.limit())
                .filter(exception -> tellsWhy(caller, exception))
                .count());
        if (reasons > 0) {
            audit.read(AuditedEntity.EXCEPTION, providerId, Shown.of(reasons).by("provider", providerId));
        }
        return found;
    }

    /**
     * Adds an exception.
     *
     * @throws Refusal {@code not-found}, {@code forbidden}; {@code validation} when its last day has passed;
     *     {@code provider-inactive} when nobody knows the provider's time zone any more
     */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    public Planned add(Caller caller, UUID providerId, DatedException dated, @Nullable String reason) {
        Provider owner = owners.lockToPlan(caller, providerId);
        if (dated.time().lastDay().isBefore(LocalDate.ofInstant(clock.instant(), owners.zone(owner)))) {
            throw Refusal.invalid("endDate", "must not have passed");
        }
        var exception = new AvailabilityException(providerId, dated, reason, clock.instant());
        var stranded = stranding(owner, dated, () -> exceptions.add(exception));
        audit.record(AuditAction.CREATED, AuditedEntity.EXCEPTION, exception.id());
        return new Planned(exception, stranded);
    }

    /**
     * Changes an exception.
     *
     * @throws Refusal {@code not-found}, {@code forbidden}, {@code stale}, {@code provider-inactive}
     */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    public Planned change(
            Caller caller, UUID id, ExpectedVersion expected, DatedException dated, @Nullable String reason) {
        AvailabilityException exception = known(id);
        Provider owner = owners.lockToPlan(caller, exception.providerId());
        expected.require(id, exception.version());
        ChangedFields fields =
                ChangedFields.between(exception.dated(), dated).and("reason", exception.reason(), reason);
        var stranded = stranding(owner, dated, () -> {
            exception.replan(dated, reason, clock.instant());
            exceptions.flush();
        });
        audit.change(AuditAction.CHANGED, AuditedEntity.EXCEPTION, id, fields);
        return new Planned(exception, stranded);
    }

    /**
     * Removes an exception.
     *
     * @return the appointments that this strands, by their start
     * @throws Refusal {@code not-found}, {@code forbidden}, {@code stale}
     */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    public List<? extends StrandedAppointment> remove(Caller caller, UUID id, ExpectedVersion expected) {
        AvailabilityException exception = known(id);
        Provider owner = owners.lockToPlan(caller, exception.providerId());
        expected.require(id, exception.version());
        var stranded = stranding.stranding(owner.id(), () -> exceptions.remove(exception));
        audit.record(AuditAction.REMOVED, AuditedEntity.EXCEPTION, id);
        return stranded;
    }

    private List<? extends StrandedAppointment> stranding(Provider owner, DatedException dated, Runnable change) {
        ZoneId zone = owners.zone(owner);
        boolean absent = dated.kind() == ExceptionKind.ABSENT;
        return stranding.stranding(owner.id(), change, time -> absent && dated.overlaps(time, zone));
    }
}
