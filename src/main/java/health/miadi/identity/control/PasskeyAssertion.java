package health.miadi.identity.control;

import health.miadi.shared.validation.AsGiven;
import health.miadi.shared.validation.Patterns;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a browser answers when its user has shown a passkey (R-AUTH-18): the members of an {@code AuthenticatorAssertionResponse}, each as unpadded
 * base64url.
 *
 * @param credentialId of the passkey
 * @param clientDataJSON what the browser says of the page and the challenge
 * @param authenticatorData what the authenticator says of itself and its user
 * @param signature over both
 * @param userHandle whose passkey it is
 */
public record PasskeyAssertion(
        @NotNull @Size(min = 1, max = 1400) @Pattern(regexp = Patterns.BASE64URL) @AsGiven
        String credentialId,

        @NotNull @Size(min = 1, max = 4000) @Pattern(regexp = Patterns.BASE64URL) @AsGiven
        String clientDataJSON,

        @NotNull @Size(min = 1, max = 4000) @Pattern(regexp = Patterns.BASE64URL) @AsGiven
        String authenticatorData,

        @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = Patterns.BASE64URL) @AsGiven
        String signature,

        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = Patterns.BASE64URL) @AsGiven
        String userHandle) {
    /** Says nothing of it. */
    @Override
    public String toString() {
        return "PasskeyAssertion";
    }
}
