package health.miadi.statistics.entity;

import health.miadi.appointment.entity.AppointmentStatus;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many appointments stand in each status, and how much time they take. */
public final class Tally {
    private final Map<AppointmentStatus, Long> counts = new EnumMap<>(AppointmentStatus.class);
    private long bookedMinutes;

    /**
     * Counts some.
     *
     * @param minutes of the provider's time that they block together, buffers included
     */
    public Tally add(AppointmentStatus status, long count, long minutes) {
        counts.merge(status, count, Long::sum);
        if (status != AppointmentStatus.CANCELLED) {
            bookedMinutes += minutes;
        }
        return this;
    }

    /** How many stand in that status. */
    public long of(AppointmentStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    /** How many there are, cancelled ones too. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The minutes that all but the cancelled ones block: a patient who did not come took their time too. */
    public long bookedMinutes() {
        return bookedMinutes;
    }

    /** The share, 0 to 1, of patients who did not come among those whose visit is over; null when none is. */
    public @Nullable Double noShowRate() {
        return Shares.of(
                of(AppointmentStatus.NO_SHOW), of(AppointmentStatus.NO_SHOW) + of(AppointmentStatus.COMPLETED));
    }
}
