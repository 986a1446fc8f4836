package health.miadi.availability.boundary;

import health.miadi.availability.entity.DatedException;
import health.miadi.availability.entity.ExceptionKind;
import health.miadi.shared.problem.FieldError;
import health.miadi.shared.problem.Refusal;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dated departure from the weekly rules as a client gives it.
 *
 * @param startDate the first of its days in the provider's zone
 * @param endDate the last of its days, included
 * @param startTime with {@code endTime}: the part of each of its days; both null: the whole days, for an absence only
 * @param endTime not after {@code startTime}: on the next day; {@code 24:00} is the end of the day (R-TIME-3)
 */
public record ExceptionRequest(
        @NotNull ExceptionKind kind,
        @NotNull LocalDate startDate,
        @NotNull LocalDate endDate,

        @Pattern(regexp = DayTimes.START, message = DayTimes.START_MESSAGE) @Nullable
        String startTime,

        @Pattern(regexp = DayTimes.END, message = DayTimes.END_MESSAGE) @Nullable
        String endTime,

        @Size(min = 1, max = 500) @Text(lines = true) @Nullable
        String reason) {
    /**
     * The exception that it describes.
     *
     * @throws Refusal {@code validation} when a time is missing or has no length, or the days are the wrong way round
     */
    DatedException dated() {
        List<FieldError> faults = new ArrayList<>(DayTimes.faults("startDate", startDate, "endDate", endDate));
        faults.addAll(DayTimes.faults(startTime, endTime));
        boolean timesMissing = kind == ExceptionKind.EXTRA;
        if (startTime == null && (endTime != null || timesMissing)) {
            faults.add(new FieldError("/startTime", "is required for extra hours, and wherever endTime is given"));
        }
        if (endTime == null && (startTime != null || timesMissing)) {
            faults.add(new FieldError("/endTime", "is required for extra hours, and wherever startTime is given"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new DatedException(
                kind,
                startDate,
                endDate,
                startTime == null || endTime == null ? null : DayTimes.span(startTime, endTime));
    }

    /** Says nothing of the reason. */
    @Override
    public String toString() {
        return "ExceptionRequest";
    }
}
