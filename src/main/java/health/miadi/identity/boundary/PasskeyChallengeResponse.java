package health.miadi.identity.boundary;

import health.miadi.identity.control.PasskeyChallenges;
import health.miadi.identity.control.PasskeySite;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a browser is told to show a passkey with (R-AUTH-18), in the form of WebAuthn's {@code PublicKeyCredentialRequestOptionsJSON}. It names no passkeys: whoever
 * asks may be anybody, and the browser knows which it has.
 *
 * @param challenge good for five minutes and one answer, from the browser that asked
 * @param timeout in milliseconds
 * @param userVerification required: by a finger, a face or a PIN
 */
@Schema(name = "PasskeyChallenge")
public record PasskeyChallengeResponse(String challenge, String rpId, long timeout, String userVerification) {
    static PasskeyChallengeResponse of(byte[] challenge, PasskeySite site) {
        return new PasskeyChallengeResponse(
                PasskeyOptionsResponse.encoded(challenge),
                site.rpId(),
                PasskeyChallenges.LIFETIME.toMillis(),
                "required");
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "PasskeyChallengeResponse";
    }
}
