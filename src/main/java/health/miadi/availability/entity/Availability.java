package health.miadi.availability.entity;

import health.miadi.shared.persistence.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A weekly rule of one provider: a window of working time that recurs, in the provider's zone (R-TIME-2). */
@Entity
@Table(name = "availability")
public class Availability extends VersionedEntity {
    @Column(name = "provider_id", updatable = false)
    private UUID providerId;

    @Column(name = "day_of_week")
    private int dayOfWeek;

    @Column(name = "start_time")
    private LocalTime startTime;

    @Column(name = "end_time")
    private LocalTime endTime;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Availability() {}

    /** A new rule. */
    @SuppressWarnings("NullAway.Init")
    public Availability(UUID providerId, WeeklyWindow window, Instant now) {
        super(now);
        this.providerId = providerId;
        replan(window, now);
    }

    /** Changes when the provider works. Booked appointments stay as they are. */
    public final void replan(WeeklyWindow window, Instant now) {
        this.dayOfWeek = window.day().getValue();
        this.startTime = window.span().start();
        this.endTime = window.span().end();
        this.validFrom = window.validFrom();
        this.validUntil = window.validUntil();
        touch(now);
    }

    /** Whose rule it is. */
    public UUID providerId() {
        return providerId;
    }

    /** When the provider works by this rule. */
    public WeeklyWindow window() {
        return new WeeklyWindow(DayOfWeek.of(dayOfWeek), new WallSpan(startTime, endTime), validFrom, validUntil);
    }
}
