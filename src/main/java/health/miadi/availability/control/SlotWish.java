package health.miadi.availability.control;

import health.miadi.audit.control.Shown;
import health.miadi.availability.entity.MovingVisit;
import health.miadi.identity.entity.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a time is wanted for: all that decides about it beside the calendars, the same for whoever lists times, explains one
 * or takes one (R-AVAIL-6).
 *
 * @param patientId for whom, or null: for nobody in particular
 * @param appointmentTypeId of what type, or null: of none
 * @param durationMinutes how long, or null: as long as before, as the type, or as the clinic's default says
 * @param moving the appointment that is moved, or null: it is a new one
 * @param byPatient whether a patient asks, and not the clinic's staff
 */
public record SlotWish(
        @Nullable UUID patientId,
        @Nullable UUID appointmentTypeId,
        @Nullable Integer durationMinutes,
        @Nullable MovingVisit moving,
        boolean byPatient) {
    /** A wish to move that appointment. */
    public static SlotWish toMove(MovingVisit moving, @Nullable Integer durationMinutes, boolean byPatient) {
        return new SlotWish(moving.patientId(), moving.typeId(), durationMinutes, moving, byPatient);
    }

    /** The appointment that is not in its own way, or null. */
    @Nullable
    UUID ignoring() {
        return moving == null ? null : moving.id();
    }

    /** Whether staff learn by the answer when a patient has other visits, which is noted (R-REC-5). */
    boolean tellsOfOthers() {
        return !byPatient && patientId != null;
    }

    /** What it tells of the patient, for the audit trail. */
    Shown freeTimes(Instant from, Instant to) {
        return Shown.as(Shown.Part.FREE_TIMES)
                .by("patient", patientId)
                .by("from", from)
                .by("to", to);
    }

    /** Whether it counts how many visits are open: patients are limited who book anew, and nobody else (R-BOOK-13). */
    boolean isLimited() {
        return byPatient && moving == null;
    }

    /** Whether the caller could take a time in that calendar: providers move appointments within their own (R-AUTH-8). */
    boolean isOpen(Caller caller, UUID providerId) {
        return moving == null || !caller.isProvider() || caller.is(providerId);
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "SlotWish";
    }
}
