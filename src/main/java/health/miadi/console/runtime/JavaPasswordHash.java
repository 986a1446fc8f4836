package health.miadi.console.runtime;

import jakarta.enterprise.context.Dependent;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What a server brings for hashing passwords (R-AUTH-1), by the Java platform: hashes have the form that Jakarta Security
 * prescribes, {@code algorithm:iterations:salt:hash} with the last two in Base64, so that servers verify what is hashed here.
 */
@Dependent
class JavaPasswordHash implements Pbkdf2PasswordHash {
    private static final SecureRandom RANDOM = new SecureRandom();

    private String algorithm = "PBKDF2WithHmacSHA256";
    private int iterations = 2_048;
    private int saltBytes = 32;
    private int keyBytes = 32;

    @Override
    public void initialize(Map<String, String> parameters) {
        algorithm = parameters.getOrDefault("Pbkdf2PasswordHash.Algorithm", algorithm);
        iterations = number(parameters, "Pbkdf2PasswordHash.Iterations", iterations);
        saltBytes = number(parameters, "Pbkdf2PasswordHash.SaltSizeBytes", saltBytes);
        keyBytes = number(parameters, "Pbkdf2PasswordHash.KeySizeBytes", keyBytes);
    }

    private static int number(Map<String, String> parameters, String name, int otherwise) {
        return Integer.parseInt(parameters.getOrDefault(name, Integer.toString(otherwise)));
    }

    @Override
    public String generate(char[] password) {
        byte[] salt = new byte[saltBytes];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return algorithm + ":" + iterations + ":" + base64.encodeToString(salt) + ":"
                + base64.encodeToString(hash(algorithm, password, salt, iterations, keyBytes));
    }

    @Override
    public boolean verify(char[] password, String hashedPassword) {
        String[] parts = hashedPassword.split(":", -1);
        if (parts.length != 4) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        return MessageDigest.isEqual(
                expected, hash(parts[0], password, salt, Integer.parseInt(parts[1]), expected.length));
    }

    private static byte[] hash(String algorithm, char[] password, byte[] salt, int iterations, int keyBytes) {
        try {
            PBEKeySpec specification = new PBEKeySpec(password, salt, iterations, keyBytes * Byte.SIZE);
            return SecretKeyFactory.getInstance(algorithm)
                    .generateSecret(specification)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform hashes passwords", e);
        }
    }
}
