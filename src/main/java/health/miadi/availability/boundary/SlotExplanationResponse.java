package health.miadi.availability.boundary;

import health.miadi.availability.control.SlotExplaining.Explained;
import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.ObstacleKind;
import health.miadi.availability.entity.SlotExplanation;
import health.miadi.availability.entity.SlotObstacle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a time is offered or is not.
 *
 * @param end the first instant after the appointment in question
 * @param blockedFrom from when on it would block the provider, its buffer included
 * @param blockedUntil until when
 * @param timeZone the provider's IANA zone
 * @param offered whether it is; then nothing is in the way
 * @param bookedThatDay how many appointments and holds of the type the provider has on that day, where the type has a limit
 * @param windows the working time of the provider's day, before absences
 * @param obstacles all that is in the way; a booking is refused by the first
 */
public record SlotExplanationResponse(
        UUID providerId,
        Instant start,
        Instant end,
        Instant blockedFrom,
        Instant blockedUntil,
        String timeZone,
        boolean offered,
        int bookedThatDay,
        List<WorkingWindow> windows,
        List<Obstacle> obstacles) {

    /** A stretch of working time {@code [start, end)}. */
    public record WorkingWindow(Instant start, Instant end) {
        static WorkingWindow from(Interval window) {
            return new WorkingWindow(window.start(), window.end());
        }
    }

    /**
     * One thing in the way.
     *
     * @param rule the rule behind it
     * @param start when it begins, its buffer included, where it has a time of its own
     * @param end when it ends
     */
    @Schema(name = "SlotObstacle")
    public record Obstacle(
            ObstacleKind kind,
            String rule,
            String detail,
            @Nullable Instant start,
            @Nullable Instant end) {
        static Obstacle from(SlotObstacle obstacle) {
            Interval time = obstacle.time();
            return new Obstacle(
                    obstacle.kind(),
                    obstacle.kind().rule(),
                    detail(obstacle.kind()),
                    time == null ? null : time.start(),
                    time == null ? null : time.end());
        }

        private static String detail(ObstacleKind kind) {
            return switch (kind) {
                case NOTICE -> "It starts too soon, or has begun already.";
                case HORIZON -> "It starts later than can be booked today.";
                case OUTSIDE_HOURS -> "The appointment with its buffers does not fit the working hours.";
                case ABSENCE -> "The provider is absent then.";
                case OFF_GRID -> "It is not one of the starts in its window.";
                case APPOINTMENT -> "An appointment is there.";
                case HOLD -> "Somebody holds that time for a few minutes.";
                case PATIENT_BUSY -> "The patient has another appointment then.";
                case PATIENT_HOLDS -> "Another time that overlaps it is held for the patient.";
                case DAILY_LIMIT -> "The provider has as many of that type on that day as it allows.";
            };
        }
    }

    static SlotExplanationResponse from(Explained explained) {
        SlotExplanation explanation = explained.explanation();
        return new SlotExplanationResponse(
                explained.providerId(),
                explained.time().start(),
                explained.time().end(),
                explanation.blocked().start(),
                explanation.blocked().end(),
                explained.zone().getId(),
                explanation.obstacles().isEmpty(),
                explanation.bookedThatDay(),
                explanation.windows().stream().map(WorkingWindow::from).toList(),
                explanation.obstacles().stream().map(Obstacle::from).toList());
    }
}
