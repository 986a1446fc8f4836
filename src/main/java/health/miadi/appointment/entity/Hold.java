package health.miadi.appointment.entity;

import health.miadi.availability.entity.Interval;
import health.miadi.shared.persistence.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A short reservation of a provider's time (R-BOOK-10). It blocks like an appointment until it is booked by its owner,
 * who names it, or until it expires.
 */
@Entity
@Table(name = "holds")
public class Hold extends VersionedEntity {
    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(name = "provider_id", updatable = false)
    private UUID providerId;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Column(name = "appointment_type_id", updatable = false)
    private @Nullable UUID appointmentTypeId;

    @Column(name = "start_at", updatable = false)
    private Instant startAt;

    @Column(name = "end_at", updatable = false)
    private Instant endAt;

    @Column(name = "blocked_from", updatable = false)
    private Instant blockedFrom;

    @Column(name = "blocked_until", updatable = false)
    private Instant blockedUntil;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Hold() {}

    /**
     * Holds a time. That it is free is for the caller to have checked (R-BOOK-2).
     *
     * @param userId who holds it, and alone can book it
     * @param patientId for whom
     * @param length for how long
     */
    public Hold(
            UUID userId,
            UUID patientId,
            @Nullable UUID appointmentTypeId,
            Placement placement,
            Instant now,
            Duration length) {
        super(now);
        this.userId = userId;
        this.providerId = placement.providerId();
        this.patientId = patientId;
        this.appointmentTypeId = appointmentTypeId;
        this.startAt = placement.time().start();
        this.endAt = placement.time().end();
        this.blockedFrom = placement.blocked().start();
        this.blockedUntil = placement.blocked().end();
        this.expiresAt = now.plus(length);
    }

    /** Notes that it has been booked: it blocks no longer, and cannot be booked again. */
    public void redeem(Instant now) {
        this.endedAt = now;
        touch(now);
    }

    /** Whether it blocks at that instant: neither booked nor expired. */
    public boolean isLive(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    public boolean isOf(UUID user) {
        return userId.equals(user);
    }

    /**
     * Whether it was made for such a booking.
     *
     * @param type the appointment type, or null: whichever the hold is for
     * @param minutes the length in minutes, or null: whichever the hold has
     */
    public boolean isFor(UUID provider, UUID patient, Instant start, @Nullable UUID type, @Nullable Integer minutes) {
        return providerId.equals(provider)
                && patientId.equals(patient)
                && startAt.equals(start)
                && (type == null || Objects.equals(appointmentTypeId, type))
                && (minutes == null || minutes == minutes());
    }

    /** How long the appointment takes, in minutes. */
    public int minutes() {
        return Math.toIntExact(time().length().toMinutes());
    }

    public UUID providerId() {
        return providerId;
    }

    public UUID patientId() {
        return patientId;
    }

    public @Nullable UUID appointmentTypeId() {
        return appointmentTypeId;
    }

    /** {@code [start, end)} of the appointment that it stands for, without buffers. */
    public Interval time() {
        return new Interval(startAt, endAt);
    }

    /** The provider's time that it takes, buffers included. */
    public Interval blocked() {
        return new Interval(blockedFrom, blockedUntil);
    }

    /** The first instant at which it blocks no longer, booked or not. */
    public Instant expiresAt() {
        return expiresAt;
    }
}
