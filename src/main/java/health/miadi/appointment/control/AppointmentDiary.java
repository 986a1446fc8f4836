package health.miadi.appointment.control;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentChange;
import health.miadi.audit.control.ReadNotes;
import health.miadi.audit.control.Shown;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.availability.control.AppointmentTypeRepository;
import health.miadi.availability.entity.AppointmentType;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.provider.control.ProviderRepository;
import health.miadi.provider.entity.Provider;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.persistence.VersionedEntity;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows appointments to those who may see them: a patient their own, a provider their calendar, an admin all. What others than its
 * patient and its provider read of one leaves an entry (R-REC-5).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
public class AppointmentDiary {
    @Inject
    AppointmentRepository appointments;

    @Inject
    ProviderRepository providers;

    @Inject
    AppointmentTypeRepository types;

    @EJB
    ReadNotes notes;

    /**
     * That appointment.
     *
     * @throws Refusal {@code not-found} outside the caller's sight (R-AUTH-8)
     */
    public Appointment get(Caller caller, UUID id) {
        Appointment found = seen(caller, id);
        if (isOfOthers(caller, found)) {
            notes.add(AuditedEntity.APPOINTMENT, id);
        }
        return found;
    }

    /**
     * The same for who shows nothing of it.
     *
     * @throws Refusal {@code not-found} outside the caller's sight (R-AUTH-8)
     */
    public Appointment seen(Caller caller, UUID id) {
        return appointments
                .byId(id)
                .filter(found -> BookingRights.sees(caller, found))
                .orElseThrow(Refusal::notFound);
    }

    private Appointment shown(Caller caller, UUID id, Shown.Part part) {
        Appointment found = seen(caller, id);
        if (isOfOthers(caller, found)) {
            notes.add(AuditedEntity.APPOINTMENT, id, Shown.as(part));
        }
        return found;
    }

    private static boolean isOfOthers(Caller caller, Appointment appointment) {
        return !BookingRights.isParty(caller, appointment.patientId(), appointment.providerId());
    }

    /**
     * What a calendar outside the clinic shows of that appointment.
     *
     * @throws Refusal {@code not-found} outside the caller's sight (R-AUTH-8)
     */
    public CalendarEntry entry(Caller caller, UUID id) {
        Appointment appointment = shown(caller, id, Shown.Part.CALENDAR);
        Provider provider = providers.byId(appointment.providerId()).orElseThrow(Refusal::notFound);
        AppointmentType type = Optional.ofNullable(appointment.appointmentTypeId())
                .flatMap(types::byId)
                .orElse(null);
        return new CalendarEntry(
                appointment,
                provider.details().fullName(),
                type == null ? null : type.name(),
                Stream.of(appointment, provider, type)
                        .filter(Objects::nonNull)
                        .map(VersionedEntity::updatedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** Appointments within the caller's sight, by start, one more than the page has. */
    public List<Appointment> list(Caller caller, AppointmentQuery query, PageQuery page) {
        List<Appointment> found = find(caller, query, page);
        int others = Math.toIntExact(found.stream()
                .limit(page.limit())
                .filter(each -> isOfOthers(caller, each))
                .count());
        if (others > 0) {
            notes.add(AuditedEntity.APPOINTMENT, query.whose(), query.shown(others));
        }
        return found;
    }

    private List<Appointment> find(Caller caller, AppointmentQuery query, PageQuery page) {
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

    /**
     * What those of these people are called who have or had a visit with the caller, whatever became of it (R-AUTH-20): a visit is its
     * provider's own, and so it leaves no entry (R-REC-5).
     */
    @RolesAllowed(Role.Name.PROVIDER)
    public List<VisitPatient> patients(Caller caller, List<UUID> ids) {
        UUID provider = caller.personId();
        return provider == null || ids.isEmpty() ? List.of() : appointments.patientsOf(provider, ids);
    }

    /** The moves of those appointments, by appointment, the earliest first (R-BOOK-9). */
    public Map<UUID, List<AppointmentChange>> moves(Collection<Appointment> of) {
        return appointments.moves(of.stream().map(Appointment::id).toList()).stream()
                .collect(Collectors.groupingBy(AppointmentChange::appointmentId));
    }

    /** The zones whose clocks the providers of those appointments go by now, by provider (R-TIME-6). */
    public Map<UUID, String> zones(Collection<Appointment> of) {
        return providers.zones(of.stream().map(Appointment::providerId).toList());
    }

    /**
     * Every change of that appointment, the earliest first, one more than the page has.
     *
     * @throws Refusal {@code not-found} outside the caller's sight
     */
    public List<AppointmentChange> history(Caller caller, UUID id, PageQuery page) {
        shown(caller, id, Shown.Part.HISTORY);
        return appointments.history(id, page);
    }
}
