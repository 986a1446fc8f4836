package health.miadi.availability.boundary;

import health.miadi.availability.entity.DatedException;
import health.miadi.availability.entity.ExceptionExtent;
import health.miadi.availability.entity.ExceptionKind;
import health.miadi.availability.entity.ExceptionTime;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.validation.Scalars;
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
 * @param extent {@code each_day}, as where it is not given: the times are a part of each of its days; {@code through}: it runs
 *     from {@code startTime} on the first day through to {@code endTime} on the last
 * @param startDate the first of its days in the provider's zone
 * @param endDate the last of its days, included
 * @param startTime with {@code endTime}; both null: the whole days, for an absence of each day only
 * @param endTime of each day, and not after {@code startTime}: on the next day; {@code 24:00} is the end of the day (R-TIME-3)
 */
public record ExceptionRequest(
        @NotNull ExceptionKind kind,
        @Nullable ExceptionExtent extent,
        @NotNull LocalDate startDate,
        @NotNull LocalDate endDate,

        @Pattern(regexp = DayTimes.START, message = DayTimes.START_MESSAGE) @Nullable
        String startTime,

        @Pattern(regexp = DayTimes.END, message = DayTimes.END_MESSAGE) @Nullable
        String endTime,

        @Size(min = 1, max = 500) @Text(lines = true) @Nullable
        String reason) {
    private static final String WHERE_TIMES_ARE = "for extra hours, for what runs through, and wherever ";
    private static final String MIDNIGHT = "00:00";

    /**
     * The exception that it describes.
     *
     * @throws Refusal {@code validation} when a time is missing or has no length, or the days are the wrong way round
     */
    DatedException dated() {
        List<FieldError> faults = new ArrayList<>(DayTimes.faults("startDate", startDate, "endDate", endDate));
        faults.addAll(runsThrough() ? faultsThrough(!faults.isEmpty()) : DayTimes.faults(startTime, endTime));
        boolean timesMissing = kind == ExceptionKind.EXTRA || runsThrough();
        if (startTime == null && (endTime != null || timesMissing)) {
            faults.add(new FieldError("/startTime", "is required " + WHERE_TIMES_ARE + "endTime is given"));
        }
        if (endTime == null && (startTime != null || timesMissing)) {
            faults.add(new FieldError("/endTime", "is required " + WHERE_TIMES_ARE + "startTime is given"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new DatedException(
                kind,
                ExceptionTime.of(
                        runsThrough() ? ExceptionExtent.THROUGH : ExceptionExtent.EACH_DAY,
                        startDate,
                        endDate,
                        startTime == null ? null : Scalars.time(startTime),
                        endTime == null ? null : DayTimes.ending(endTime)));
    }

    private boolean runsThrough() {
        return extent == ExceptionExtent.THROUGH;
    }

    /** What is wrong with its ends, unless its days are wrong already: it must end after it begins, and midnight has one name. */
    private List<FieldError> faultsThrough(boolean daysAreWrong) {
        if (MIDNIGHT.equals(endTime)) {
            return List.of(new FieldError("/endTime", "must not be 00:00; midnight is 24:00 of the day before"));
        }
        boolean ordered = daysAreWrong
                || startTime == null
                || endTime == null
                || startDate.isBefore(endDate)
                || startTime.compareTo(endTime) < 0;
        return ordered ? List.of() : List.of(new FieldError("/endTime", "must be after startTime on the same day"));
    }

    /** Says nothing of the reason. */
    @Override
    public String toString() {
        return "ExceptionRequest";
    }
}
