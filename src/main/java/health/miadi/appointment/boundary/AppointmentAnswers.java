package health.miadi.appointment.boundary;

import health.miadi.appointment.control.AppointmentDiary;
import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentChange;
import health.miadi.shared.http.Versioned;
import health.miadi.shared.paging.Page;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Builds the answers about appointments: with the times from which they were moved, and their providers' present zones (R-TIME-6). */
@RequestScoped
public class AppointmentAnswers {
    @EJB
    AppointmentDiary diary;

    /** One appointment, whose version tells apart its states, and not the zones that its provider had meanwhile. */
    Versioned<AppointmentResponse> one(Appointment appointment) {
        Versioned<AppointmentResponse> answer = changed(appointment);
        return answer.body().timeZone().equals(appointment.timeZone()) ? answer : answer.withMore();
    }

    /** A changed appointment. */
    Versioned<AppointmentResponse> changed(Appointment appointment) {
        return Versioned.of(appointment.id(), appointment.version(), body(appointment));
    }

    private AppointmentResponse body(Appointment appointment) {
        return page(new Page<>(List.of(appointment), null)).items().get(0);
    }

    /** A page of appointments; their moves are one query and their zones another, however many they are. */
    Page<AppointmentResponse> page(Page<Appointment> page) {
        Map<UUID, List<AppointmentChange>> moves = diary.moves(page.items());
        Map<UUID, String> zones = diary.zones(page.items());
        return page.map(appointment -> AppointmentResponse.from(
                appointment,
                moves.getOrDefault(appointment.id(), List.of()),
                zones.getOrDefault(appointment.providerId(), appointment.timeZone())));
    }
}
