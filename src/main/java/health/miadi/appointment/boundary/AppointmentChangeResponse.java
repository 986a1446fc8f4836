package health.miadi.appointment.boundary;

import health.miadi.appointment.entity.AppointmentChange;
import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.appointment.entity.ChangeKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One change of an appointment.
 *
 * @param by the role of who made it: {@code admin}, {@code provider}, {@code patient} or {@code system}
 * @param overrideReason why staff did not keep to the rules that they may override (R-BOOK-4)
 * @param from how it stood before, null when it was booked
 * @param to how it stood afterwards
 */
public record AppointmentChangeResponse(
        Instant at,
        ChangeKind change,

        @Schema(enumeration = {"admin", "provider", "patient", "system"})
        String by,

        @Nullable String reason,
        @Nullable String overrideReason,
        @Nullable State from,
        State to) {
    /** How an appointment stood at some time. */
    @Schema(name = "AppointmentState")
    public record State(AppointmentStatus status, Instant start, Instant end, UUID providerId) {
        static State from(AppointmentChange.State state) {
            return new State(state.status(), state.start(), state.end(), state.providerId());
        }
    }

    static AppointmentChangeResponse from(AppointmentChange change) {
        AppointmentChange.State before = change.before();
        return new AppointmentChangeResponse(
                change.at(),
                change.kind(),
                change.role(),
                change.reason(),
                change.overrideReason(),
                before == null ? null : State.from(before),
                State.from(change.after()));
    }

    /** When it was, and nothing of the reason. */
    @Override
    public String toString() {
        return "AppointmentChangeResponse at " + at;
    }
}
