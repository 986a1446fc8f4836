package health.miadi.identity.control.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import health.miadi.identity.entity.AccountFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.validation.Patterns;
import jakarta.json.JsonObject;
import jakarta.security.enterprise.identitystore.openid.IdentityToken;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;

/**
 * Somebody whom the provider vouches for.
 *
 * @param issuer the provider; with {@code subject} it names an account there for good
 * @param email verified by the provider
 * @param name what the provider calls them
 */
public record OpenIdIdentity(String issuer, String subject, String email, PersonName name) {
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_SUBJECT = 255;

    /**
     * Reads what the platform has verified.
     *
     * @param claims what the provider's userinfo endpoint says of the same subject
     * @throws Refusal {@code sign-in-failed} when the token is not signed with the provider's key or lacks what is needed;
     *     {@code email-not-verified}
     */
    public static OpenIdIdentity of(IdentityToken token, JsonObject claims) {
        requireSignature(token.getToken());
        Claims said = new Claims(token.getClaims(), claims);
        String email = said.text("email");
        if (email.length() > LONGEST_EMAIL || !email.matches(Patterns.EMAIL)) {
            throw failed("The provider names no e-mail address that can be used here.");
        }
        if (!said.emailIsVerified()) {
            throw Refusal.of(
                    AccountFact.EMAIL_NOT_VERIFIED,
                    "R-AUTH-4",
                    "The provider has not verified that the e-mail address is yours.");
        }
        String subject = said.text("sub");
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw failed("The provider names no account that can be used here.");
        }
        return new OpenIdIdentity(said.text("iss"), subject, email, PersonName.of(said, email));
    }

    /** The platform lets pass a token that nobody signed, and one signed with the secret that we share. */
    private static void requireSignature(String token) {
        try {
            JWSAlgorithm algorithm = JWSHeader.parse(new Base64URL(token.substring(0, token.indexOf('.'))))
                    .getAlgorithm();
            if (!JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
                throw failed("The provider did not sign what it says.");
            }
        } catch (ParseException | IllegalArgumentException unsigned) {
            throw failed("The provider did not sign what it says.");
        }
    }

    /** {@code sign-in-failed}: what the provider says is not enough. */
    public static Refusal failed(String detail) {
        return Refusal.of(AccountFact.SIGN_IN_FAILED, "R-AUTH-4", detail);
    }

    /** What a provider says: in the signed token, or where it is asked with the access token that came along. */
    record Claims(Map<String, Object> signed, JsonObject told) {
        String text(String claim) {
            Object value = signed.get(claim);
            return value == null ? told.getString(claim, "") : value.toString();
        }

        /** From the same place as the address itself. */
        boolean emailIsVerified() {
            Object verified = signed.get("email") == null ? told.get("email_verified") : signed.get("email_verified");
            return Objects.toString(verified, "").replace("\"", "").equals("true");
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Claims";
        }
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "OpenIdIdentity";
    }
}
