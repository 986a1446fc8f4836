package health.miadi.privacy.boundary;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentChange;
import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.appointment.entity.ChangeKind;
import health.miadi.privacy.control.PatientExport.Visit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An appointment of a patient with its whole history.
 *
 * @param timeZone the provider's IANA zone when it was booked
 */
public record ExportedAppointment(
        UUID id,
        UUID providerId,
        @Nullable UUID appointmentTypeId,
        @Nullable UUID insuranceId,
        Instant start,
        Instant end,
        AppointmentStatus status,
        @Nullable String reason,
        String timeZone,
        Instant createdAt,
        Instant updatedAt,
        List<ExportedChange> history) {
    static ExportedAppointment from(Visit visit) {
        Appointment of = visit.appointment();
        return new ExportedAppointment(
                of.id(),
                of.providerId(),
                of.appointmentTypeId(),
                of.insuranceId(),
                of.time().start(),
                of.time().end(),
                of.status(),
                of.reason(),
                of.timeZone(),
                of.createdAt(),
                of.updatedAt(),
                visit.history().stream().map(ExportedChange::from).toList());
    }

    /** The id, and nothing of the patient. */
    @Override
    public String toString() {
        return "ExportedAppointment " + id;
    }

    /**
     * One change of an appointment.
     *
     * @param by the role of who made it
     * @param overrideReason why staff did not keep to the rules that they may override (R-BOOK-4)
     */
    public record ExportedChange(
            Instant at,
            ChangeKind change,

            @Schema(enumeration = {"admin", "provider", "patient", "system"})
            String by,

            @Nullable String reason,
            @Nullable String overrideReason,
            AppointmentStatus status,
            Instant start,
            Instant end,
            UUID providerId) {
        static ExportedChange from(AppointmentChange change) {
            AppointmentChange.State after = change.after();
            return new ExportedChange(
                    change.at(),
                    change.kind(),
                    change.role(),
                    change.reason(),
                    change.overrideReason(),
                    after.status(),
                    after.start(),
                    after.end(),
                    after.providerId());
        }

        /** When it was, and nothing of the reason. */
        @Override
        public String toString() {
            return "ExportedChange at " + at;
        }
    }
}
