package health.miadi.console.database;

import health.miadi.appointment.control.AppointmentRepository;
import health.miadi.availability.control.PlannedVisit;
import health.miadi.availability.control.StrandedAppointments;
import health.miadi.provider.control.StrandedAppointment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Notes which appointments a change of working time strands (R-AVAIL-4), for the console to name them. */
@ApplicationScoped
public class StrandedNotes implements StrandedAppointments {
    @Inject
    AppointmentRepository appointments;

    private List<UUID> noted = List.of();

    /** One of them. */
    record StrandedVisit(UUID id) implements StrandedAppointment {}

    @Override
    public List<PlannedVisit> ahead(UUID providerId, Instant now) {
        return appointments.ahead(providerId, now);
    }

    @Override
    public List<? extends StrandedAppointment> answers(UUID providerId, List<UUID> ids) {
        noted = List.copyOf(ids);
        return ids.stream().map(StrandedVisit::new).toList();
    }

    /** Those of the last change since {@link #forget}, by their start. */
    List<UUID> noted() {
        return noted;
    }

    /** Before another change. */
    void forget() {
        noted = List.of();
    }
}
