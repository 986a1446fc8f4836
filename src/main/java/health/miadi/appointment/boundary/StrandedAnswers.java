package health.miadi.appointment.boundary;

import health.miadi.appointment.control.AppointmentRepository;
import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentChange;
import health.miadi.availability.control.StrandedAppointments;
import health.miadi.availability.entity.Interval;
import health.miadi.provider.control.ProviderRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers which appointments an absence strands (R-AVAIL-4): three queries, however many they are. */
@ApplicationScoped
public class StrandedAnswers implements StrandedAppointments {
    @Inject
    AppointmentRepository appointments;

    @Inject
    ProviderRepository providers;

    @Override
    public List<AppointmentResponse> of(UUID providerId, Interval around, Predicate<Interval> stranded) {
        List<Appointment> found = appointments.activeWithin(providerId, around).stream()
                .filter(appointment -> stranded.test(appointment.time()))
                .toList();
        Map<UUID, List<AppointmentChange>> moves =
                appointments.moves(found.stream().map(Appointment::id).toList()).stream()
                        .collect(Collectors.groupingBy(AppointmentChange::appointmentId));
        Map<UUID, String> zones = providers.zones(List.of(providerId));
        return found.stream()
                .map(appointment -> AppointmentResponse.from(
                        appointment,
                        moves.getOrDefault(appointment.id(), List.of()),
                        zones.getOrDefault(providerId, appointment.timeZone())))
                .toList();
    }
}
