package health.miadi.availability.boundary;

import health.miadi.availability.control.ExceptionPlanning.Planned;
import health.miadi.availability.entity.ExceptionExtent;
import health.miadi.availability.entity.ExceptionKind;
import health.miadi.identity.entity.Caller;
import health.miadi.provider.control.StrandedAppointment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dated departure that was just planned.
 *
 * @param stranded the appointments that lie in it, or that its change has brought outside working time; they stay booked (R-AVAIL-4)
 */
public record PlannedExceptionResponse(
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
        Instant updatedAt,
        List<StrandedAppointment> stranded) {
    static PlannedExceptionResponse from(Planned planned, Caller caller) {
        ExceptionResponse exception = ExceptionResponse.from(planned.exception(), caller);
        return new PlannedExceptionResponse(
                exception.id(),
                exception.providerId(),
                exception.kind(),
                exception.extent(),
                exception.startDate(),
                exception.endDate(),
                exception.startTime(),
                exception.endTime(),
                exception.reason(),
                exception.createdAt(),
                exception.updatedAt(),
                List.copyOf(planned.stranded()));
    }

    /** The id, and nothing of the reason. */
    @Override
    public String toString() {
        return "PlannedExceptionResponse " + id;
    }
}
