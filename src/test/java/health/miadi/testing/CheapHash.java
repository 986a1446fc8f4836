package health.miadi.testing;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The hash of {@link SignedUp#PASSWORD}, in the form that the application stores, with iterations that cost nothing. */
public final class CheapHash {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 1_000;
    private static final int SALT_BYTES = 32;
    private static final int KEY_BITS = 512;

    public static final String OF_THE_PASSWORD = make();

    private CheapHash() {}

    private static String make() {
        byte[] salt = new byte[SALT_BYTES];
        var password = new PBEKeySpec(SignedUp.PASSWORD.toCharArray(), salt, ITERATIONS, KEY_BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(password)
                    .getEncoded();
            Base64.Encoder text = Base64.getEncoder();
            return String.join(
                    ":", ALGORITHM, Integer.toString(ITERATIONS), text.encodeToString(salt), text.encodeToString(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
