package health.miadi.patient.boundary;

import health.miadi.identity.entity.Gender;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.shared.time.PartialDate;
import health.miadi.shared.validation.OneName;
import health.miadi.shared.validation.Patterns;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A patient's data as a client gives them.
 *
 * @param firstName given names; one of {@code firstName} and {@code lastName} is enough
 * @param lastName family name; one of {@code firstName} and {@code lastName} is enough
 * @param dateOfBirth a day, or a year or a month where no more is known; not in the future
 */
@OneName
public record PatientRequest(
        @Size(min = 1, max = 120) @Text @Nullable String firstName,
        @Size(min = 1, max = 120) @Text @Nullable String lastName,
        @Nullable PartialDate dateOfBirth,
        @Nullable Gender gender,

        @Pattern(regexp = Patterns.PHONE, message = Patterns.PHONE_MESSAGE) @Size(max = 30) @Nullable
        String phone,

        @Pattern(regexp = Patterns.EMAIL, message = Patterns.EMAIL_MESSAGE) @Size(max = 254) @Nullable
        String email,

        @Size(min = 1, max = 40) @Text @Nullable String nationalId)
        implements OneName.Named {
    PersonalDetails details() {
        return new PersonalDetails(firstName, lastName, dateOfBirth, gender, phone, email, nationalId);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "PatientRequest";
    }
}
