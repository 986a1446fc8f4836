package health.miadi.availability.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * All that decides about one provider's slots in some range of time: what is worked and what is taken.
 *
 * <p>Whoever makes one gives everything that touches the range, buffers included: windows that began the evening before,
 * appointments whose buffer reaches into it, and the counts of whole days.
 *
 * @param providerId whose it is
 * @param calendar the working hours
 * @param busy what active appointments and live holds block, their own buffers included
 * @param bookedPerDay how many appointments of the kind in question each day of the provider's zone has; a day without
 *     any may be missing
 */
public record ProviderSchedule(
        UUID providerId, WorkingCalendar calendar, IntervalSet busy, Map<LocalDate, Integer> bookedPerDay) {

    public ProviderSchedule {
        bookedPerDay = Map.copyOf(bookedPerDay);
    }

    /** How many appointments of the kind in question begin on the provider's day of {@code start} (R-TIME-4). */
    public int bookedOnDayOf(Instant start) {
        return bookedPerDay.getOrDefault(calendar.dayOf(start), 0);
    }
}
