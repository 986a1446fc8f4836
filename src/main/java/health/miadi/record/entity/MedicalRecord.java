package health.miadi.record.entity;

import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.identity.entity.Caller;
import health.miadi.shared.persistence.VersionedEntity;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of one visit: whose it is, and which of its versions stands. What it says is in its {@link RecordVersion}s.
 *
 * <p>It is written once the visit has begun (R-REC-1), amended by its author, and removed by its author or an admin, which hides
 * it (R-REC-3). After that a new one can be written of the same visit.
 */
@Entity
@Table(name = "medical_records")
public class MedicalRecord extends VersionedEntity {
    @Column(name = "appointment_id", updatable = false)
    private UUID appointmentId;

    @Column(name = "provider_id", updatable = false)
    private UUID providerId;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Column(name = "visit_at", updatable = false)
    private Instant visitAt;

    @Column(name = "newest_version")
    private int newestVersion;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    @Column(name = "removed_by")
    private @Nullable UUID removedBy;

    @Column(name = "removed_by_role")
    private @Nullable String removedByRole;

    @Column(name = "removal_reason")
    private @Nullable String removalReason;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected MedicalRecord() {}

    /**
     * Begins the record of that visit, with its first version.
     *
     * @throws Refusal {@code illegal-transition} before it begins, and of a visit that did not take place (R-REC-1)
     */
    public MedicalRecord(Appointment of, Instant now) {
        super(now);
        requireVisit(of, now);
        this.appointmentId = of.id();
        this.providerId = of.providerId();
        this.patientId = of.patientId();
        this.visitAt = of.time().start();
        this.newestVersion = 1;
    }

    private static void requireVisit(Appointment of, Instant now) {
        if (of.status() == AppointmentStatus.CANCELLED || of.status() == AppointmentStatus.NO_SHOW) {
            throw illegal("The appointment is " + of.status().word() + ": there was no visit to record.");
        }
        if (!of.hasBegun(now)) {
            throw illegal(
                    "The appointment has not begun: its record can be written from its start on, or once the patient is"
                            + " checked in.");
        }
    }

    private static Refusal illegal(String detail) {
        return Refusal.of(CommonFact.ILLEGAL_TRANSITION, "R-REC-1", detail);
    }

    /** Lets another version stand; those before it stay (R-REC-3). */
    public void amend(Instant now) {
        newestVersion++;
        touch(now);
    }

    /**
     * Hides it for good (R-REC-3).
     *
     * @param reason why, as whoever removes it says
     */
    public void remove(Caller by, String reason, Instant now) {
        this.removedAt = now;
        this.removedBy = by.userId();
        this.removedByRole = by.role().word();
        this.removalReason = reason;
        touch(now);
    }

    public UUID appointmentId() {
        return appointmentId;
    }

    /** Who attended, and so wrote it. */
    public UUID providerId() {
        return providerId;
    }

    public UUID patientId() {
        return patientId;
    }

    /** When the visit began. */
    public Instant visitAt() {
        return visitAt;
    }

    /** The number of the version that stands, from 1 on. */
    public int newestVersion() {
        return newestVersion;
    }

    /** When it was removed, null while it stands. */
    public @Nullable Instant removedAt() {
        return removedAt;
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    /** What the text of that version is bound to. */
    public Seal seal(int number) {
        return new Seal(id(), appointmentId, patientId, providerId, number);
    }
}
