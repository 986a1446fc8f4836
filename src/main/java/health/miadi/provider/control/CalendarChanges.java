package health.miadi.provider.control;

import java.util.List;
import java.util.UUID;

/** Knows which appointments a change strands (R-AVAIL-4). The feature that keeps working hours implements it. */
public interface CalendarChanges {
    /**
     * Makes a change that may move or end working time, and finds what it strands.
     *
     * @param change ends with everything written
     * @return the appointments of that provider that lie outside working time now and did not before, by their start
     */
    List<? extends StrandedAppointment> stranding(UUID providerId, Runnable change);
}
