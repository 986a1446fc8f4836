package health.miadi.availability.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.ChangedFields;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.availability.entity.Availability;
import health.miadi.availability.entity.WeeklyWindow;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.provider.control.StrandedAppointment;
import health.miadi.provider.entity.Provider;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Plans the weekly working hours: everybody who is signed in reads them, a provider changes their own, admins anybody's.
 *
 * <p>Changes lock the provider first, so that two that overlap cannot both pass (R-AVAIL-1), and none comes between a
 * booking's look and its write.
 */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class AvailabilityPlanning {
    @Inject
    AvailabilityRepository rules;

    @Inject
    CalendarOwners owners;

    @Inject
    Stranding stranding;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * A rule after a change, and the appointments that it strands (R-AVAIL-4).
     *
     * @param stranded by their start
     */
    public record Planned(Availability rule, List<? extends StrandedAppointment> stranded) {}

    /**
     * That rule.
     *
     * @throws Refusal {@code not-found}
     */
    public Availability get(UUID id) {
        return rules.byId(id).orElseThrow(Refusal::notFound);
    }

    /**
     * The rules of that provider by weekday and time, one more than the page has.
     *
     * @throws Refusal {@code not-found} when there is no such provider
     */
    public List<Availability> list(UUID providerId, PageQuery page) {
        return rules.list(owners.get(providerId).id(), page);
    }

    /**
     * Adds a rule.
     *
     * @throws Refusal {@code not-found}, {@code forbidden}; {@code validation} when its last day has passed;
     *     {@code provider-inactive} when nobody knows the provider's time zone any more;
     *     {@code duplicate} when it overlaps another of the provider (R-AVAIL-1)
     */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    public Availability add(Caller caller, UUID providerId, WeeklyWindow window) {
        Provider owner = owners.lockToPlan(caller, providerId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), owners.zone(owner));
        LocalDate last = window.validUntil();
        if (last != null && last.isBefore(today)) {
            throw Refusal.invalid("validUntil", "must not have passed");
        }
        var rule = new Availability(providerId, window, clock.instant());
        requireFree(rule, window);
        rules.add(rule);
        audit.record(AuditAction.CREATED, AuditedEntity.AVAILABILITY, rule.id());
        return rule;
    }

    /**
     * Changes a rule. Booked appointments stay; the answer names those that come to lie outside working time.
     *
     * @throws Refusal {@code not-found}, {@code forbidden}, {@code stale}; {@code duplicate} when it would overlap another
     *     of the provider (R-AVAIL-1)
     */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    public Planned change(Caller caller, UUID id, ExpectedVersion expected, WeeklyWindow window) {
        Availability rule = lockToPlan(caller, id, expected);
        requireFree(rule, window);
        ChangedFields fields = ChangedFields.between(rule.window(), window);
        var stranded = stranding.stranding(rule.providerId(), () -> {
            rule.replan(window, clock.instant());
            rules.flush();
        });
        audit.change(AuditAction.CHANGED, AuditedEntity.AVAILABILITY, id, fields);
        return new Planned(rule, stranded);
    }

    /**
     * Removes a rule. Booked appointments stay.
     *
     * @return those that this strands, by their start
     * @throws Refusal {@code not-found}, {@code forbidden}, {@code stale}
     */
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    public List<? extends StrandedAppointment> remove(Caller caller, UUID id, ExpectedVersion expected) {
        Availability rule = lockToPlan(caller, id, expected);
        var stranded = stranding.stranding(rule.providerId(), () -> rules.remove(rule));
        audit.record(AuditAction.REMOVED, AuditedEntity.AVAILABILITY, id);
        return stranded;
    }

    private Availability lockToPlan(Caller caller, UUID id, ExpectedVersion expected) {
        Availability rule = get(id);
        owners.lockToPlan(caller, rule.providerId());
        expected.require(id, rule.version());
        return rule;
    }

    private void requireFree(Availability rule, WeeklyWindow window) {
        boolean overlaps = rules.of(rule.providerId()).stream()
                .filter(other -> !other.equals(rule))
                .anyMatch(other -> other.window().overlaps(window));
        if (overlaps) {
            throw Refusal.of(
                    CommonFact.DUPLICATE, "R-AVAIL-1", "The provider has a weekly rule that overlaps this one.");
        }
    }
}
