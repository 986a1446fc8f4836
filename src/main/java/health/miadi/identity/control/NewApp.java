package health.miadi.identity.control;

import health.miadi.identity.entity.TimeCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an authenticator app is told to make codes for an account; shown once, to the account's owner (R-AUTH-10).
 *
 * @param username under which the app shows it
 */
public record NewApp(String username, byte[] secret) {
    private static final String ISSUER = "Miadi";

    /** The secret as one types it: base 32. */
    public String secretText() {
        return TimeCode.text(secret);
    }

    /** The address that apps take, from a QR code or a link. */
    public String uri() {
        return "otpauth://totp/" + ISSUER + ":" + encoded(username) + "?secret=" + secretText() + "&issuer=" + ISSUER
                + "&algorithm=SHA1&digits=" + TimeCode.DIGITS + "&period=" + TimeCode.STEP.toSeconds();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "NewApp";
    }
}
