package health.miadi.availability.boundary;

import health.miadi.availability.entity.Availability;
import health.miadi.availability.entity.WeeklyWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A weekly rule of a provider, on the wall clock of the provider's zone. */
public record AvailabilityResponse(
        UUID id,
        UUID providerId,
        DayOfWeek dayOfWeek,
        String startTime,
        String endTime,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        Instant createdAt,
        Instant updatedAt) {
    static AvailabilityResponse from(Availability rule) {
        WeeklyWindow window = rule.window();
        return new AvailabilityResponse(
                rule.id(),
                rule.providerId(),
                window.day(),
                DayTimes.start(window.span()),
                DayTimes.end(window.span()),
                window.validFrom(),
                window.validUntil(),
                rule.createdAt(),
                rule.updatedAt());
    }
}
