package health.miadi.availability.control;

import health.miadi.availability.entity.Interval;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Knows which appointments an absence strands (R-AVAIL-4). The feature that keeps appointments implements it. */
public interface StrandedAppointments {
    /**
     * The active appointments of that provider which an absence strands, by their start.
     *
     * @param around the time around the whole absence
     * @param stranded says whether an appointment that lasts for that time overlaps the absence
     */
    List<? extends StrandedAppointment> of(UUID providerId, Interval around, Predicate<Interval> stranded);
}
