package health.miadi.availability.boundary;

import health.miadi.availability.entity.WeeklyWindow;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A weekly rule as a client gives it.
 *
 * @param startTime on the wall clock of the provider's zone
 * @param endTime not after {@code startTime}: on the next day; {@code 24:00} is the end of the day (R-TIME-3)
 * @param validFrom the first day on which the window may begin; null: since ever
 * @param validUntil the last day on which the window may begin; null: for ever
 */
public record AvailabilityRequest(
        @NotNull DayOfWeek dayOfWeek,

        @NotNull @Pattern(regexp = DayTimes.START, message = DayTimes.START_MESSAGE)
        String startTime,

        @NotNull @Pattern(regexp = DayTimes.END, message = DayTimes.END_MESSAGE)
        String endTime,

        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {
    /**
     * The window that it describes.
     *
     * @throws Refusal {@code validation} when the window has no length or its days are the wrong way round
     */
    WeeklyWindow window() {
        List<FieldError> faults = new ArrayList<>(DayTimes.faults(startTime, endTime));
        faults.addAll(DayTimes.faults("validFrom", validFrom, "validUntil", validUntil));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new WeeklyWindow(dayOfWeek, DayTimes.span(startTime, endTime), validFrom, validUntil);
    }
}
