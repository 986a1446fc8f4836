package health.miadi.console.file;

import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.identity.control.PasswordTerms;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes passwords as the platform's {@code Pbkdf2PasswordHash} does with the application's parameters (R-AUTH-1), in its
 * format, so that people sign in with them once the clinic has moved to the database.
 */
final class FilePasswords {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int SALT_BYTES = 32;
    private static final int KEY_BITS = 512;

    private final PasswordTerms terms;
    private final SecureRandom random = new SecureRandom();
    private final int iterations;

    FilePasswords(FileSettings settings) {
        this.terms = new PasswordTerms(settings.passwordWords());
        this.iterations = settings.passwordIterations();
    }

    /**
     * The hash of a new password.
     *
     * @param username which others guess first
     * @throws InvalidAttributeException when the password is not allowed
     */
    String hash(String attribute, String password, String username) {
        String normalized = PasswordTerms.normalized(password);
        terms.objection(normalized, username).ifPresent(objection -> {
            throw new InvalidAttributeException(attribute, objection);
        });
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var spec = new PBEKeySpec(normalized.toCharArray(), salt, iterations, KEY_BITS);
        try {
            byte[] key =
                    SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return ALGORITHM + ":" + iterations + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(key);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, broken);
        } finally {
            spec.clearPassword();
        }
    }
}
