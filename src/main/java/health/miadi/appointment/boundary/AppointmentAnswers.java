package health.miadi.appointment.boundary;

import health.miadi.appointment.control.AppointmentDiary;
import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentChange;
import health.miadi.shared.http.Etags;
import health.miadi.shared.paging.Page;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds the answers about appointments: with the times from which they were moved, and their providers' present zones (R-TIME-6). */
@RequestScoped
public class AppointmentAnswers {
    @EJB
    AppointmentDiary diary;

    /** One appointment with its tag, or 304 when the caller has this version already. */
    Response one(@Nullable String ifNoneMatch, Appointment appointment) {
        AppointmentResponse body = body(appointment);
        if (body.timeZone().equals(appointment.timeZone())) {
            return Etags.answer(ifNoneMatch, appointment.id(), appointment.version(), body);
        }
        // The tag tells versions of the appointment apart, not the zones that its provider had meanwhile.
        return Response.ok(body)
                .header(HttpHeaders.ETAG, Etags.of(appointment.id(), appointment.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** A changed appointment with its new tag. */
    Response changed(Appointment appointment) {
        return Etags.ok(appointment.id(), appointment.version(), body(appointment));
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
