package health.miadi.availability.entity;

import health.miadi.shared.persistence.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dated departure of one provider from the weekly rules: absent, or extra hours (R-AVAIL-3). */
@Entity
@Table(name = "availability_exceptions")
public class AvailabilityException extends VersionedEntity {
    @Column(name = "provider_id", updatable = false)
    private UUID providerId;

    @Column(name = "kind")
    private ExceptionKind kind;

    @Column(name = "extent")
    private ExceptionExtent extent;

    @Column(name = "start_date")
    private LocalDate startDate;

    @Column(name = "end_date")
    private LocalDate endDate;

    @Column(name = "start_time")
    private @Nullable LocalTime startTime;

    @Column(name = "end_time")
    private @Nullable LocalTime endTime;

    @Column(name = "reason")
    private @Nullable String reason;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected AvailabilityException() {}

    /** A new exception. */
    @SuppressWarnings("NullAway.Init")
    public AvailabilityException(UUID providerId, DatedException dated, @Nullable String reason, Instant now) {
        super(now);
        this.providerId = providerId;
        replan(dated, reason, now);
    }

    /** Changes what it is and when. Booked appointments stay as they are (R-AVAIL-4). */
    public final void replan(DatedException dated, @Nullable String newReason, Instant now) {
        ExceptionTime time = dated.time();
        this.kind = dated.kind();
        this.extent = time.extent();
        this.startDate = time.firstDay();
        this.endDate = time.lastDay();
        this.startTime = time.startTime();
        this.endTime = time.endTime();
        this.reason = newReason;
        touch(now);
    }

    /** Whose exception it is. */
    public UUID providerId() {
        return providerId;
    }

    /** What it is and when. */
    public DatedException dated() {
        return new DatedException(kind, ExceptionTime.of(extent, startDate, endDate, startTime, endTime));
    }

    public @Nullable String reason() {
        return reason;
    }
}
