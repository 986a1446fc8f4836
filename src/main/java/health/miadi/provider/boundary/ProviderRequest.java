package health.miadi.provider.boundary;

import health.miadi.identity.entity.Gender;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.provider.entity.Provider.Practice;
import health.miadi.shared.validation.OneName;
import health.miadi.shared.validation.Patterns;
import health.miadi.shared.validation.Text;
import health.miadi.shared.validation.TimeZoneName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A provider's data as an admin gives them.
 *
 * @param firstName given names; one of {@code firstName} and {@code lastName} is enough
 * @param lastName family name; one of {@code firstName} and {@code lastName} is enough
 * @param timeZone an IANA zone, whose wall clock the working hours follow
 * @param active whether the provider takes appointments; true when nobody says
 */
@OneName
public record ProviderRequest(
        @Size(min = 1, max = 120) @Text @Nullable String firstName,
        @Size(min = 1, max = 120) @Text @Nullable String lastName,
        @NotNull @Size(min = 1, max = 100) @Text String cadre,
        @Size(min = 1, max = 100) @Text @Nullable String specialization,
        @NotNull @Size(max = 64) @TimeZoneName String timeZone,
        @Nullable Gender gender,

        @Pattern(regexp = Patterns.EMAIL, message = Patterns.EMAIL_MESSAGE) @Size(max = 254) @Nullable
        String email,

        @Pattern(regexp = Patterns.PHONE, message = Patterns.PHONE_MESSAGE) @Size(max = 30) @Nullable
        String phone,

        @Nullable Boolean active)
        implements OneName.Named {
    PersonalDetails details() {
        return new PersonalDetails(firstName, lastName, null, gender, phone, email, null);
    }

    Practice practice() {
        return new Practice(cadre, specialization, ZoneId.of(timeZone), active == null || active);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ProviderRequest";
    }
}
