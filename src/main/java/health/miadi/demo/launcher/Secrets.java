package health.miadi.demo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes the secrets of a new home: passwords, the key that signs access tokens, the key that seals medical records. */
final class Secrets {
    /** Letters and digits that are not taken for one another when read aloud or copied by hand. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int PASSWORD_LENGTH = 20;
    private static final int RSA_BITS = 3072;
    private static final int AES_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A new password of 20 letters and digits, about 116 bits. */
    static String password() {
        StringBuilder password = new StringBuilder(PASSWORD_LENGTH);
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** The password kept in a file, made if the file is not there. */
    static String keptPassword(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFiles.write(file, password() + "\n");
        }
        return Files.readString(file).strip();
    }

    /**
     * Makes the key that medical records are sealed with (R-REC-4), if the file is not there. Its id is random too, so that it
     * is never taken for another that was lost.
     *
     * @return whether it was made now
     */
    static boolean keepRecordKey(Path file) throws IOException {
        if (Files.exists(file)) {
            return false;
        }
        byte[] id = new byte[4];
        byte[] key = new byte[AES_BYTES];
        RANDOM.nextBytes(id);
        RANDOM.nextBytes(key);
        String name = "key-" + HexFormat.of().formatHex(id);
        PrivateFiles.write(file, name + ":" + Base64.getEncoder().encodeToString(key) + "\n");
        return true;
    }

    /** Makes the private key that signs access tokens (R-AUTH-2), PKCS #8 in PEM, if the file is not there. */
    static void keepSigningKey(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS, RANDOM);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            PrivateFiles.write(file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }
}
