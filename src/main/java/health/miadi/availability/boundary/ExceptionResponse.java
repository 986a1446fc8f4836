package health.miadi.availability.boundary;

import health.miadi.availability.entity.AvailabilityException;
import health.miadi.availability.entity.DatedException;
import health.miadi.availability.entity.ExceptionExtent;
import health.miadi.availability.entity.ExceptionKind;
import health.miadi.availability.entity.ExceptionTime;
import health.miadi.identity.entity.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dated departure of a provider from the weekly rules, on days and times of the provider's zone.
 *
 * @param extent whether the times are those of each day, or it runs through from the first day's to the last day's
 */
public record ExceptionResponse(
        UUID id,
        UUID providerId,
        ExceptionKind kind,
        ExceptionExtent extent,
        LocalDate startDate,
        LocalDate endDate,
        @Nullable String startTime,
        @Nullable String endTime,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt) {
    /** As that caller may see it: why a provider is absent is for the provider and for admins. */
    static ExceptionResponse from(AvailabilityException exception, Caller caller) {
        boolean mayKnowWhy = caller.isAdmin() || caller.is(exception.providerId());
        DatedException dated = exception.dated();
        ExceptionTime time = dated.time();
        return new ExceptionResponse(
                exception.id(),
                exception.providerId(),
                dated.kind(),
                time.extent(),
                time.firstDay(),
                time.lastDay(),
                DayTimes.start(time.startTime()),
                DayTimes.end(time.endTime()),
                mayKnowWhy ? exception.reason() : null,
                exception.createdAt(),
                exception.updatedAt());
    }

    /** The id, and nothing of the reason. */
    @Override
    public String toString() {
        return "ExceptionResponse " + id;
    }
}
