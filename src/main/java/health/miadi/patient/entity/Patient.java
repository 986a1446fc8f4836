package health.miadi.patient.entity;

import health.miadi.identity.entity.Person;
import health.miadi.identity.entity.PersonalDetails;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who receives care. */
@Entity
@Table(name = "patients")
@DiscriminatorValue("patient")
public class Patient extends Person {
    @Column(name = "patient_number", updatable = false)
    private String patientNumber;

    @Column(name = "opened_by", updatable = false)
    private @Nullable UUID openedBy;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Patient() {}

    /**
     * A new patient.
     *
     * @param number from the clinic's sequence, from 1
     */
    public Patient(PersonalDetails details, long number, Instant now) {
        super(details, now);
        this.patientNumber = String.format(Locale.ROOT, "PAT-%06d", number);
    }

    /** Notes which provider opened the file, who sees the patient for some time (R-AUTH-13). */
    public void noteOpenedBy(UUID provider) {
        this.openedBy = provider;
    }

    /** Forgets who it is. The number stays: it is the clinic's own, and what has to be kept is filed under it. */
    public void erase(Instant now) {
        forget(now);
    }

    /** The clinic's number for the patient, {@code PAT-000123}. */
    public String patientNumber() {
        return patientNumber;
    }
}
