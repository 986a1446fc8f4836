package health.miadi.availability.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.ChangedFields;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.availability.entity.AppointmentType;
import health.miadi.availability.entity.TypeConditions;
import health.miadi.identity.entity.Role;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Keeps the kinds of appointments: everybody who is signed in reads them, admins change them. */
@Stateless
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class AppointmentTypeCatalogue {
    @Inject
    AppointmentTypeRepository types;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * That type.
     *
     * @throws Refusal {@code not-found}
     */
    public AppointmentType get(UUID id) {
        return types.byId(id).orElseThrow(Refusal::notFound);
    }

    /** Types by name, one more than the page has. */
    public List<AppointmentType> list(PageQuery page) {
        return types.list(page);
    }

    /**
     * Adds a type.
     *
     * @throws Refusal {@code duplicate} when another has the name, whatever its case
     */
    @RolesAllowed(Role.Name.ADMIN)
    public AppointmentType add(String name, TypeConditions conditions) {
        var type = new AppointmentType(name, conditions, clock.instant());
        types.add(type);
        audit.record(AuditAction.CREATED, AuditedEntity.APPOINTMENT_TYPE, type.id());
        return type;
    }

    /**
     * Changes a type. Booked appointments stay as they are.
     *
     * @throws Refusal {@code not-found}, {@code stale}, {@code duplicate}
     */
    @RolesAllowed(Role.Name.ADMIN)
    public AppointmentType change(UUID id, ExpectedVersion expected, String name, TypeConditions conditions) {
        AppointmentType type = types.lock(id).orElseThrow(Refusal::notFound);
        expected.require(id, type.version());
        ChangedFields fields =
                ChangedFields.between(type.conditions(), conditions).and("name", type.name(), name);
        type.offer(name, conditions, clock.instant());
        types.flush();
        audit.change(AuditAction.CHANGED, AuditedEntity.APPOINTMENT_TYPE, id, fields);
        return type;
    }

    /**
     * Removes a type that no appointment has.
     *
     * @throws Refusal {@code not-found}, {@code stale}; {@code in-use} when an appointment is of the type
     */
    @RolesAllowed(Role.Name.ADMIN)
    public void remove(UUID id, ExpectedVersion expected) {
        AppointmentType type = types.lock(id).orElseThrow(Refusal::notFound);
        expected.require(id, type.version());
        types.remove(type);
        audit.record(AuditAction.REMOVED, AuditedEntity.APPOINTMENT_TYPE, id);
    }
}
