package health.miadi.identity.control;

import health.miadi.shared.hash.Sha256;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of 256 random bits that says nothing by itself, as text in base64url: a refresh token or a CSRF token
 * (R-AUTH-2, R-AUTH-7). The database knows its hash only.
 */
public final class OpaqueToken {
    /** How many bytes it has. */
    static final int BYTES = 32;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    private OpaqueToken(byte[] secret) {
        this.secret = secret;
    }

    /** A new one. */
    public static OpaqueToken random() {
        return new OpaqueToken(randomBytes());
    }

    /** As many random bytes as a token has. */
    static byte[] randomBytes() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The token with that text, if it can be one's. */
    static Optional<OpaqueToken> of(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new OpaqueToken(Base64.getUrlDecoder().decode(text)))
                : Optional.empty();
    }

    /** What a client is given. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Its SHA-256: what the database keeps. The secret has 256 random bits, so nothing slower is needed. */
    byte[] hash() {
        return Sha256.of(secret);
    }

    /** Whether that is its hash; takes the same time wherever they differ. */
    boolean hasHash(byte[] other) {
        return MessageDigest.isEqual(hash(), other);
    }

    /**
     * The token that comes after this one: the same again for the same salt, and for nobody who does not have this one.
     *
     * @param salt random, new for every rotation
     */
    OpaqueToken successor(byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return new OpaqueToken(mac.doFinal(salt));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    /**
     * The last of its successors, itself if it has none.
     *
     * @param salts what the successor of each token was derived with, by the token's hash
     */
    OpaqueToken newest(Map<ByteBuffer, byte[]> salts) {
        OpaqueToken token = this;
        byte[] salt = salts.get(ByteBuffer.wrap(token.hash()));
        while (salt != null) {
            token = token.successor(salt);
            salt = salts.get(ByteBuffer.wrap(token.hash()));
        }
        return token;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpaqueToken token && MessageDigest.isEqual(secret, token.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash());
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "OpaqueToken";
    }
}
