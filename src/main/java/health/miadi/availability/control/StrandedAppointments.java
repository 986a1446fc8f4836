package health.miadi.availability.control;

import health.miadi.provider.control.StrandedAppointment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Knows the appointments that a change of working time can strand (R-AVAIL-4). The feature that keeps appointments implements it. */
public interface StrandedAppointments {
    /** The appointments of that provider that are scheduled and begin after {@code now}, by start and id. */
    List<PlannedVisit> ahead(UUID providerId, Instant now);

    /** Those appointments of that provider, in that order. */
    List<? extends StrandedAppointment> answers(UUID providerId, List<UUID> ids);
}
