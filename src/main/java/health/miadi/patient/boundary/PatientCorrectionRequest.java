package health.miadi.patient.boundary;

import health.miadi.identity.entity.Gender;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.shared.time.PartialDate;
import health.miadi.shared.validation.AsGiven;
import health.miadi.shared.validation.OneName;
import health.miadi.shared.validation.Patterns;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A patient's data as they are to be from now on.
 *
 * @param email of a patient with an account it is what they sign in with, too (R-PERS-5)
 * @param currentPassword the caller's own, for the patient who changes the address that they sign in with
 */
@OneName
public record PatientCorrectionRequest(
        @Size(min = 1, max = 120) @Text @Nullable String firstName,
        @Size(min = 1, max = 120) @Text @Nullable String lastName,
        @Nullable PartialDate dateOfBirth,
        @Nullable Gender gender,

        @Pattern(regexp = Patterns.PHONE, message = Patterns.PHONE_MESSAGE) @Size(max = 30) @Nullable
        String phone,

        @Pattern(regexp = Patterns.EMAIL, message = Patterns.EMAIL_MESSAGE) @Size(max = 254) @Nullable
        String email,

        @Size(min = 1, max = 40) @Text @Nullable String nationalId,
        @Size(min = 1, max = 128) @AsGiven @Nullable String currentPassword)
        implements OneName.Named {
    PersonalDetails details() {
        return new PersonalDetails(firstName, lastName, dateOfBirth, gender, phone, email, nationalId);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "PatientCorrectionRequest";
    }
}
