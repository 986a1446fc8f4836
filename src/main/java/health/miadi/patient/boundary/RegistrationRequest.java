package health.miadi.patient.boundary;

import health.miadi.identity.entity.Gender;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.shared.validation.AsGiven;
import health.miadi.shared.validation.Patterns;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives to register as a patient; the e-mail address becomes the username.
 *
 * @param cookie true for a browser: the refresh token goes into a cookie that scripts cannot read, and the answer has a
 *     CSRF token instead
 */
public record RegistrationRequest(
        @NotNull @Pattern(regexp = Patterns.EMAIL, message = Patterns.EMAIL_MESSAGE) @Size(max = 254)
        String email,

        @NotNull @Size(min = 12, max = 128) @AsGiven String password,
        @NotNull @Size(min = 1, max = 120) @Text String firstName,
        @NotNull @Size(min = 1, max = 120) @Text String lastName,
        @NotNull LocalDate dateOfBirth,

        @Pattern(regexp = Patterns.PHONE, message = Patterns.PHONE_MESSAGE) @Size(max = 30) @Nullable
        String phone,

        @Nullable Gender gender,
        @Size(min = 1, max = 40) @Text @Nullable String nationalId,
        @Nullable Boolean cookie) {
    PersonalDetails details() {
        return new PersonalDetails(firstName, lastName, dateOfBirth, gender, phone, email, nationalId);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "RegistrationRequest";
    }
}
