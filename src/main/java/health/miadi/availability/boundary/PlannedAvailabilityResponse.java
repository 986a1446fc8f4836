package health.miadi.availability.boundary;

import health.miadi.availability.control.AvailabilityPlanning.Planned;
import health.miadi.provider.control.StrandedAppointment;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A weekly rule that was just changed.
 *
 * @param stranded the appointments that the change has brought outside working time; they stay booked (R-AVAIL-4)
 */
public record PlannedAvailabilityResponse(
        UUID id,
        UUID providerId,
        DayOfWeek dayOfWeek,
        String startTime,
        String endTime,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        Instant createdAt,
        Instant updatedAt,
        List<StrandedAppointment> stranded) {
    static PlannedAvailabilityResponse from(Planned planned) {
        AvailabilityResponse rule = AvailabilityResponse.from(planned.rule());
        return new PlannedAvailabilityResponse(
                rule.id(),
                rule.providerId(),
                rule.dayOfWeek(),
                rule.startTime(),
                rule.endTime(),
                rule.validFrom(),
                rule.validUntil(),
                rule.createdAt(),
                rule.updatedAt(),
                List.copyOf(planned.stranded()));
    }

    /** The id, and nothing of the appointments. */
    @Override
    public String toString() {
        return "PlannedAvailabilityResponse " + id;
    }
}
