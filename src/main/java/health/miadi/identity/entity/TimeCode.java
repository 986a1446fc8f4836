package health.miadi.identity.entity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of an authenticator app (R-AUTH-10), as all of these apps make them: time-based one-time passwords (RFC 6238) with HMAC-SHA-1, six digits,
 * and steps of 30 seconds from 1970 on.
 */
public final class TimeCode {
    /** Of a secret, in bytes: as long as the hash is (RFC 4226, R6). */
    public static final int SECRET_BYTES = 20;

    /** How many digits a code has. */
    public static final int DIGITS = 6;

    /** How long a code is that of the moment. */
    public static final Duration STEP = Duration.ofSeconds(30);

    private static final int MODULUS = 1_000_000;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE_32_BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeCode() {}

    /** A new secret. */
    public static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The secret as apps take it when it is typed: base 32 (RFC 4648). */
    public static String text(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : secret) {
            bits = bits << Byte.SIZE | Byte.toUnsignedInt(each);
            held += Byte.SIZE;
            while (held >= BASE_32_BITS) {
                held -= BASE_32_BITS;
                text.append(BASE_32.charAt(bits >> held & BASE_32.length() - 1));
            }
            bits &= (1 << held) - 1;
        }
        return held == 0
                ? text.toString()
                : text.append(BASE_32.charAt(bits << BASE_32_BITS - held)).toString();
    }

    /** The number of the step that an instant lies in. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    /** The code of that step. */
    public static String at(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            String digits = Integer.toString(number % MODULUS + MODULUS);
            return digits.substring(1);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA1", impossible);
        }
    }

    /**
     * The step whose code that is: the one of the moment, or its neighbour either way, since telephones' clocks differ. One that was used, or is older
     * than the latest that was, does not count.
     *
     * @param typed as somebody typed it; blanks do not matter
     * @param lastStep the latest step whose code was used
     * @return empty when it is the code of none of them
     */
    public static OptionalLong stepOf(String typed, byte[] secret, Instant now, long lastStep) {
        byte[] code = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long current = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - 1; step <= current + 1; step++) {
            byte[] right = at(secret, step).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, code) && step > lastStep && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
