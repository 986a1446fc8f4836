package health.miadi.appointment.boundary;

import health.miadi.appointment.control.AppointmentRepository;
import health.miadi.appointment.entity.AppointmentChange;
import health.miadi.audit.control.ReadNotes;
import health.miadi.audit.control.Shown;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.availability.control.PlannedVisit;
import health.miadi.availability.control.StrandedAppointments;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.provider.control.ProviderRepository;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Answers which appointments a change of working time strands (R-AVAIL-4): three queries, however many they are. Of others than
 * the provider, the answer is noted (R-REC-5).
 */
@ApplicationScoped
public class StrandedAnswers implements StrandedAppointments {
    @Inject
    AppointmentRepository appointments;

    @Inject
    ProviderRepository providers;

    @EJB
    ReadNotes notes;

    @Inject
    CurrentCaller caller;

    @Override
    public List<PlannedVisit> ahead(UUID providerId, Instant now) {
        return appointments.ahead(providerId, now);
    }

    @Override
    public List<AppointmentResponse> answers(UUID providerId, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        if (!caller.get().actsAs(providerId)) {
            notes.add(
                    AuditedEntity.APPOINTMENT, providerId, Shown.of(ids.size()).by("provider", providerId));
        }
        Map<UUID, List<AppointmentChange>> moves =
                appointments.moves(ids).stream().collect(Collectors.groupingBy(AppointmentChange::appointmentId));
        String zone = providers.zones(List.of(providerId)).get(providerId);
        return appointments.byIds(ids).stream()
                .map(appointment -> AppointmentResponse.from(
                        appointment,
                        moves.getOrDefault(appointment.id(), List.of()),
                        zone == null ? appointment.timeZone() : zone))
                .toList();
    }
}
