package health.miadi.availability.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.availability.entity.AvailabilityException;
import health.miadi.availability.entity.DatedException;
import health.miadi.availability.entity.ExceptionKind;
import health.miadi.availability.entity.Interval;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.provider.entity.Provider;
import health.miadi.shared.http.Etags;
import health.miadi.shared.http.PageQuery;
import health.miadi.shared.problem.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plans absences and extra hours: everybody who is signed in reads them, a provider changes their own, admins anybody's.
 * Appointments that lie in an absence stay booked; the answer names them (R-AVAIL-4).
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class ExceptionPlanning {
    @Inject
    AvailabilityExceptionRepository exceptions;

    @Inject
    CalendarOwners owners;

    @Inject
    @Any
    Instance<StrandedAppointments> appointments;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * An exception and the appointments that it strands.
     *
     * @param stranded empty for extra hours
     */
    public record Planned(AvailabilityException exception, List<? extends StrandedAppointment> stranded) {}

    /**
     * That exception.
     *
     * @throws Refusal {@code not-found}
     */
    public AvailabilityException get(UUID id) {
        return exceptions.byId(id).orElseThrow(Refusal::notFound);
    }

    /**
     * The exceptions of that provider by their last day, one more than the page has.
     *
     * @throws Refusal {@code not-found} when there is no such provider
     */
    public List<AvailabilityException> list(UUID providerId, PageQuery page) {
        return exceptions.list(owners.get(providerId).id(), page);
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
        if (dated.lastDay().isBefore(LocalDate.ofInstant(clock.instant(), owners.zone(owner)))) {
            throw Refusal.invalid("/endDate", "must not have passed");
        }
        var exception = new AvailabilityException(providerId, dated, reason, clock.instant());
        exceptions.add(exception);
        audit.record(AuditAction.CREATED, AuditedEntity.EXCEPTION, exception.id());
        return planned(exception, owner);
    }

    /**
     * Changes an exception.
     *
     * @throws Refusal {@code not-found}, {@code forbidden}, {@code stale}, {@code provider-inactive}
     */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    public Planned change(
            Caller caller, UUID id, @Nullable String ifMatch, DatedException dated, @Nullable String reason) {
        AvailabilityException exception = get(id);
        Provider owner = owners.lockToPlan(caller, exception.providerId());
        Etags.requireMatch(ifMatch, id, exception.version());
        exception.replan(dated, reason, clock.instant());
        exceptions.flush();
        audit.record(AuditAction.CHANGED, AuditedEntity.EXCEPTION, id);
        return planned(exception, owner);
    }

    /**
     * Removes an exception.
     *
     * @throws Refusal {@code not-found}, {@code forbidden}, {@code stale}
     */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    public void remove(Caller caller, UUID id, @Nullable String ifMatch) {
        AvailabilityException exception = get(id);
        owners.lockToPlan(caller, exception.providerId());
        Etags.requireMatch(ifMatch, id, exception.version());
        exceptions.remove(exception);
        audit.record(AuditAction.REMOVED, AuditedEntity.EXCEPTION, id);
    }

    private Planned planned(AvailabilityException exception, Provider owner) {
        DatedException dated = exception.dated();
        if (dated.kind() == ExceptionKind.EXTRA) {
            return new Planned(exception, List.of());
        }
        ZoneId zone = owners.zone(owner);
        Interval around = dated.around(zone);
        List<? extends StrandedAppointment> stranded = appointments.stream()
                .flatMap(known -> known.of(owner.id(), around, time -> dated.overlaps(time, zone)).stream())
                .toList();
        return new Planned(exception, stranded);
    }
}
