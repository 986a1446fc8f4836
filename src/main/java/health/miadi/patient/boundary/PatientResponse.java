package health.miadi.patient.boundary;

import health.miadi.identity.entity.Gender;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.patient.entity.Patient;
import health.miadi.shared.time.PartialDate;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient's file.
 *
 * @param patientNumber the clinic's number, {@code PAT-000123}
 * @param confirmed what of it the clinic is sure of; all else is what the patient claims
 */
public record PatientResponse(
        UUID id,
        String patientNumber,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable PartialDate dateOfBirth,
        @Nullable Gender gender,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String nationalId,
        ConfirmedResponse confirmed,
        Instant createdAt,
        Instant updatedAt) {
    static PatientResponse from(Patient patient) {
        PersonalDetails of = patient.details();
        return new PatientResponse(
                patient.id(),
                patient.patientNumber(),
                of.firstName(),
                of.lastName(),
                of.dateOfBirth(),
                of.gender(),
                of.phone(),
                of.email(),
                of.nationalId(),
                ConfirmedResponse.from(patient.confirmed()),
                patient.createdAt(),
                patient.updatedAt());
    }

    /** The id, and nothing of the person. */
    @Override
    public String toString() {
        return "PatientResponse " + id;
    }
}
