package health.miadi.insurance.entity;

import health.miadi.shared.persistence.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A patient's policy with an insurer, valid up to and including its expiry date (R-INS-1). */
@Entity
@Table(name = "insurance")
public class InsuranceCover extends VersionedEntity {
    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Column(name = "insurer")
    private String insurer;

    @Column(name = "policy_number")
    private String policyNumber;

    @Column(name = "expiry_date")
    private LocalDate expiryDate;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected InsuranceCover() {}

    /** A new cover of that patient. */
    public InsuranceCover(UUID patientId, Policy policy, Instant now) {
        super(now);
        this.patientId = patientId;
        this.insurer = policy.insurer();
        this.policyNumber = policy.number();
        this.expiryDate = policy.expiryDate();
    }

    /** Replaces what is known of the policy. Appointments that name the cover go on naming it. */
    public void correct(Policy policy, Instant now) {
        this.insurer = policy.insurer();
        this.policyNumber = policy.number();
        this.expiryDate = policy.expiryDate();
        touch(now);
    }

    /** Whose it is. */
    public UUID patientId() {
        return patientId;
    }

    /** What is known of it. */
    public Policy policy() {
        return new Policy(insurer, policyNumber, expiryDate);
    }

    /** Names what there is to see of it: changes with every correction, and on the day after it expires. */
    public int state(LocalDate today) {
        return 2 * version() + (isValidOn(today) ? 0 : 1);
    }

    /** Whether it pays on that day, the last one included. */
    public boolean isValidOn(LocalDate day) {
        return !day.isAfter(expiryDate);
    }

    /** Whether it pays for that patient on that day. */
    public boolean covers(UUID patient, LocalDate day) {
        return patientId.equals(patient) && isValidOn(day);
    }
}
