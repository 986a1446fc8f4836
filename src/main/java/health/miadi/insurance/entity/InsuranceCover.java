package health.miadi.insurance.entity;

import health.miadi.shared.persistence.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    @Column(name = "policy_number_confirmed_at")
    private @Nullable Instant policyNumberConfirmedAt;

    @Column(name = "policy_number_confirmed_by")
    private @Nullable UUID policyNumberConfirmedBy;

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

    /**
     * Replaces what is known of the policy. Appointments that name the cover go on naming it. Another number is a claim until
     * somebody confirms it (R-PERS-2).
     */
    public void correct(Policy policy, Instant now) {
        if (!policyNumber.equals(policy.number())) {
            withdraw(now);
        }
        this.insurer = policy.insurer();
        this.policyNumber = policy.number();
        this.expiryDate = policy.expiryDate();
        touch(now);
    }

    /**
     * Marks the number as one of which the clinic is sure (R-PERS-2); one that is confirmed already keeps its mark.
     *
     * @param by the account that is sure of it, null for none
     */
    public void confirm(@Nullable UUID by, Instant now) {
        if (!isConfirmed()) {
            this.policyNumberConfirmedAt = now;
            this.policyNumberConfirmedBy = by;
            touch(now);
        }
    }

    /** Takes the mark away: the number turned out to be another's. */
    public void withdraw(Instant now) {
        this.policyNumberConfirmedAt = null;
        this.policyNumberConfirmedBy = null;
        touch(now);
    }

    /** Since when the number is confirmed; null for one that is claimed. */
    public @Nullable Instant confirmedSince() {
        return policyNumberConfirmedAt;
    }

    /** Whether the number is confirmed. */
    public boolean isConfirmed() {
        return policyNumberConfirmedAt != null;
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
