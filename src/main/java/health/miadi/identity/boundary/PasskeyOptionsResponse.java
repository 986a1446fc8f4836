package health.miadi.identity.boundary;

import health.miadi.identity.control.NewPasskey;
import health.miadi.identity.control.PasskeyChallenges;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a browser is told to make a passkey with (R-AUTH-18), in the form of WebAuthn's {@code PublicKeyCredentialCreationOptionsJSON}.
 *
 * @param challenge good for five minutes and one answer, in the session that asked
 * @param pubKeyCredParams what may sign, the best first
 * @param timeout in milliseconds
 * @param excludeCredentials what the account has already
 * @param attestation none: who made the authenticator is not asked
 */
@Schema(name = "PasskeyOptions")
public record PasskeyOptionsResponse(
        RelyingParty rp,
        Owner user,
        String challenge,
        List<Algorithm> pubKeyCredParams,
        long timeout,
        List<Known> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {
    private static final String TYPE = "public-key";
    private static final String REQUIRED = "required";

    /** For whom the passkey is made. */
    @Schema(name = "PasskeyRelyingParty")
    public record RelyingParty(String id, String name) {
        /** Nothing of it. */
        @Override
        public String toString() {
            return "RelyingParty";
        }
    }

    /**
     * Whose it is.
     *
     * @param id by what the authenticator knows them
     */
    @Schema(name = "PasskeyOwner")
    public record Owner(String id, String name, String displayName) {
        /** Nothing of whom. */
        @Override
        public String toString() {
            return "Owner";
        }
    }

    /**
     * What may sign.
     *
     * @param alg a number of COSE
     */
    @Schema(name = "PasskeyAlgorithm")
    public record Algorithm(String type, long alg) {
        /** Nothing of it. */
        @Override
        public String toString() {
            return "Algorithm";
        }
    }

    /** A passkey that there is. */
    @Schema(name = "KnownPasskey")
    public record Known(String type, String id, List<String> transports) {
        /** Nothing of it. */
        @Override
        public String toString() {
            return "Known";
        }
    }

    /** What the authenticator must do: keep the passkey itself, and verify its user. */
    @Schema(name = "PasskeySelection")
    public record Selection(String residentKey, boolean requireResidentKey, String userVerification) {
        /** Nothing of it. */
        @Override
        public String toString() {
            return "Selection";
        }
    }

    static PasskeyOptionsResponse from(NewPasskey wanted) {
        return new PasskeyOptionsResponse(
                new RelyingParty(wanted.rpId(), wanted.rpName()),
                new Owner(wanted.handle(), wanted.username(), wanted.username()),
                encoded(wanted.challenge()),
                wanted.algorithms().stream()
                        .map(number -> new Algorithm(TYPE, number))
                        .toList(),
                PasskeyChallenges.LIFETIME.toMillis(),
                wanted.known().stream()
                        .map(known -> new Known(TYPE, encoded(known.credentialId()), known.transportWords()))
                        .toList(),
                new Selection(REQUIRED, true, REQUIRED),
                "none");
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "PasskeyOptionsResponse";
    }
}
