package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.server.TestDatabase;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Lets time pass since refresh tokens were used. */
final class UsedTokens {
    private UsedTokens() {}

    /** As if that token had been used longer ago than a late request can take (R-AUTH-2). */
    static void age(TestDatabase database, String token) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(Base64.getUrlDecoder().decode(token));
        assertThat(database.update(
                        "UPDATE refresh_tokens SET used_at = used_at - interval '61 seconds' WHERE hash = ?", hash))
                .isEqualTo(1);
    }
}
