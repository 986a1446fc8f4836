package health.miadi.appointment.boundary;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentChange;
import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.provider.control.StrandedAppointment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment.
 *
 * @param end the first instant after it
 * @param timeZone the provider's present IANA zone: in whose wall clock to show it (R-TIME-6)
 * @param rescheduledFrom where it stood before it was moved, the earliest first
 * @param undoUntil until when the patient, who booked it, can cancel it whatever the notice; null when staff booked it
 */
public record AppointmentResponse(
        UUID id,
        UUID providerId,
        UUID patientId,
        @Nullable UUID appointmentTypeId,
        Instant start,
        Instant end,
        AppointmentStatus status,
        @Nullable String reason,
        @Nullable UUID insuranceId,
        String timeZone,
        List<FormerTime> rescheduledFrom,
        @Nullable Instant undoUntil,
        Instant createdAt,
        Instant updatedAt)
        implements StrandedAppointment {
    /**
     * Where an appointment stood before a move.
     *
     * @param at when it was moved away from there
     */
    public record FormerTime(Instant start, Instant end, UUID providerId, Instant at) {
        static @Nullable FormerTime from(AppointmentChange move) {
            AppointmentChange.State before = move.before();
            return before == null ? null : new FormerTime(before.start(), before.end(), before.providerId(), move.at());
        }
    }

    static AppointmentResponse from(Appointment appointment, List<AppointmentChange> moves, String timeZone) {
        return new AppointmentResponse(
                appointment.id(),
                appointment.providerId(),
                appointment.patientId(),
                appointment.appointmentTypeId(),
                appointment.time().start(),
                appointment.time().end(),
                appointment.status(),
                appointment.reason(),
                appointment.insuranceId(),
                timeZone,
                moves.stream().map(FormerTime::from).filter(Objects::nonNull).toList(),
                appointment.undoUntil(),
                appointment.createdAt(),
                appointment.updatedAt());
    }

    /** The id, and nothing of the patient. */
    @Override
    public String toString() {
        return "AppointmentResponse " + id;
    }
}
