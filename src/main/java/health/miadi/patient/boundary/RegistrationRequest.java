package health.miadi.patient.boundary;

import health.miadi.identity.entity.Gender;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.shared.time.PartialDate;
import health.miadi.shared.validation.AsGiven;
import health.miadi.shared.validation.OneName;
import health.miadi.shared.validation.Patterns;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives to register as a patient; the e-mail address becomes the username.
 *
 * @param firstName given names; one of {@code firstName} and {@code lastName} is enough
 * @param lastName family name; one of {@code firstName} and {@code lastName} is enough
 * @param dateOfBirth a day, or a year or a month where no more is known; not in the future
 * @param cookie true for a browser: the refresh token goes into a cookie that scripts cannot read, and the answer has a
 *     CSRF token instead
 */
@OneName
public record RegistrationRequest(
        @NotNull @Pattern(regexp = Patterns.EMAIL, message = Patterns.EMAIL_MESSAGE) @Size(max = 254)
        String email,

        @NotNull @Size(min = 12, max = 128) @AsGiven String password,
        @Size(min = 1, max = 120) @Text @Nullable String firstName,
        @Size(min = 1, max = 120) @Text @Nullable String lastName,
        @NotNull PartialDate dateOfBirth,

        @Pattern(regexp = Patterns.PHONE, message = Patterns.PHONE_MESSAGE) @Size(max = 30) @Nullable
        String phone,

        @Nullable Gender gender,
        @Size(min = 1, max = 40) @Text @Nullable String nationalId,
        @Nullable Boolean cookie)
        implements OneName.Named {
    PersonalDetails details() {
        return new PersonalDetails(firstName, lastName, dateOfBirth, gender, phone, email, nationalId);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "RegistrationRequest";
    }
}
