package health.miadi.identity.boundary;

import health.miadi.identity.control.Passkeys;
import health.miadi.shared.validation.AsGiven;
import health.miadi.shared.validation.Patterns;
import health.miadi.shared.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passkey that a browser has made (R-AUTH-18): the members of an {@code AuthenticatorAttestationResponse}, as unpadded base64url.
 *
 * @param name what the caller calls it; the browser and the system by default
 * @param clientDataJSON what the browser says of the page and the challenge
 * @param attestationObject the public key, and what the authenticator says of it
 * @param transports how the authenticator is reached: internal, hybrid, usb and so on; unknown ones are left out
 */
public record NewPasskeyRequest(
        @Size(min = 1, max = 60) @Text @Nullable String name,

        @NotNull @Size(min = 1, max = 4000) @Pattern(regexp = Patterns.BASE64URL) @AsGiven
        String clientDataJSON,

        @NotNull @Size(min = 1, max = 20_000) @Pattern(regexp = Patterns.BASE64URL) @AsGiven
        String attestationObject,

        @Size(max = 10) @Nullable List<@NotNull @Size(max = 40) String> transports) {
    Passkeys.NewCredential credential() {
        return new Passkeys.NewCredential(
                clientDataJSON, attestationObject, transports == null ? List.of() : transports);
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "NewPasskeyRequest";
    }
}
