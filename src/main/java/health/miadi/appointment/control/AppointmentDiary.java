package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentChange;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.shared.http.PageQuery;
import health.miadi.shared.problem.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows appointments to those who may see them: a patient their own, a provider their calendar, an admin all. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class AppointmentDiary {
    @Inject
    AppointmentRepository appointments;

    /**
     * That appointment.
     *
     * @throws Refusal {@code not-found} outside the caller's sight (R-AUTH-8)
     */
    public Appointment get(Caller caller, UUID id) {
        return appointments
                .byId(id)
                .filter(found -> BookingRights.sees(caller, found))
                .orElseThrow(Refusal::notFound);
    }

    /** Appointments within the caller's sight, by start, one more than the page has. */
    public List<Appointment> list(Caller caller, AppointmentQuery query, PageQuery page) {
        UUID person = caller.personId();
        if (caller.isAdmin()) {
            return appointments.list(query, page);
        }
        UUID named = caller.isPatient() ? query.patientId() : query.providerId();
        if (person == null || (named != null && !named.equals(person))) {
            return List.of();
        }
        return appointments.list(caller.isPatient() ? query.ofPatient(person) : query.ofProvider(person), page);
    }

    /** The moves of those appointments, by appointment, the earliest first (R-BOOK-9). */
    public Map<UUID, List<AppointmentChange>> moves(Collection<Appointment> of) {
        return appointments.moves(of.stream().map(Appointment::id).toList()).stream()
                .collect(Collectors.groupingBy(AppointmentChange::appointmentId));
    }

    /**
     * Every change of that appointment, the earliest first, one more than the page has.
     *
     * @throws Refusal {@code not-found} outside the caller's sight
     */
    public List<AppointmentChange> history(Caller caller, UUID id, PageQuery page) {
        get(caller, id);
        return appointments.history(id, page);
    }
}
