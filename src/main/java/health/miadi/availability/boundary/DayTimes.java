package health.miadi.availability.boundary;

import health.miadi.availability.entity.WallSpan;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.validation.Scalars;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the times and days of plans stand in the contract: {@code 24:00} is the midnight at which a day ends (R-TIME-3). */
final class DayTimes {
    static final String START = "([01][0-9]|2[0-3]):[0-5][0-9]";
    static final String START_MESSAGE = "must be a time of day from 00:00 to 23:59, like 09:30";
    static final String END = START + "|24:00";
    static final String END_MESSAGE = "must be a time of day from 00:00 to 24:00, like 17:30";

    private static final String END_OF_DAY = "24:00";
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private DayTimes() {}

    static WallSpan span(String start, String end) {
        return new WallSpan(Scalars.time(start), ending(end));
    }

    static String start(WallSpan span) {
        return Scalars.time(span.start());
    }

    static String end(WallSpan span) {
        return endText(span.end());
    }

    /** The time at which something begins, if it has one. */
    static @Nullable String start(@Nullable LocalTime time) {
        return time == null ? null : Scalars.time(time);
    }

    /** The time at which something ends, if it has one; {@code 00:00} is at the end of the day. */
    static @Nullable String end(@Nullable LocalTime time) {
        return time == null ? null : endText(time);
    }

    private static String endText(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : Scalars.time(time);
    }

    /** The time of day that ends something; {@code 24:00} is {@code 00:00} at the end of the day. */
    static LocalTime ending(String end) {
        return end.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : Scalars.time(end);
    }

    /** What is wrong with a window of these times: it must have a length. */
    static List<FieldError> faults(@Nullable String start, @Nullable String end) {
        return start != null && start.equals(end)
                ? List.of(new FieldError("/endTime", "must differ from startTime; a whole day is 00:00 to 24:00"))
                : List.of();
    }

    /** What is wrong with a first and a last day: the first must not be after the last, and neither before 2000. */
    static List<FieldError> faults(
            String firstName, @Nullable LocalDate first, String lastName, @Nullable LocalDate last) {
        var faults = new ArrayList<FieldError>();
        if (first != null && first.isBefore(FIRST_DAY)) {
            faults.add(new FieldError("/" + firstName, "must not be before " + FIRST_DAY));
        }
        if (last != null && last.isBefore(FIRST_DAY)) {
            faults.add(new FieldError("/" + lastName, "must not be before " + FIRST_DAY));
        }
        if (first != null && last != null && last.isBefore(first)) {
            faults.add(new FieldError("/" + lastName, "must not be before " + firstName));
        }
        return faults;
    }
}
