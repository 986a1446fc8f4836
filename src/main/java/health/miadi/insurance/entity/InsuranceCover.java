package health.miadi.insurance.entity;

import health.miadi.shared.persistence.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A patient's policy with an insurer, valid up to and including its expiry date (R-INS-1). */
@Entity
@Table(name = "insurance")
public class InsuranceCover extends VersionedEntity {
    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "expiry_date")
    private LocalDate expiryDate;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected InsuranceCover() {}

    /** Whether it pays for that patient on that day. */
    public boolean covers(UUID patient, LocalDate day) {
        return patientId.equals(patient) && !day.isAfter(expiryDate);
    }
}
