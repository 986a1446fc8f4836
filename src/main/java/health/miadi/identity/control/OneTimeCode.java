package health.miadi.identity.control;

import health.miadi.shared.hash.Sha256;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * A code that is shown once and works once: 28 signs of Crockford's base 32 with 140 random bits, in groups of four so that
 * people can copy it.
 */
public final class OneTimeCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 7;
    private static final int RECOVERY_GROUPS = 4;
    private static final int GROUP_SIZE = 4;

    private final String text;

    private OneTimeCode(String text) {
        this.text = text;
    }

    /** A new one. */
    static OneTimeCode random() {
        return random(GROUPS);
    }

    /** A new one for people to keep on paper: 16 signs with 80 random bits, which nobody guesses in a lifetime either. */
    static OneTimeCode forRecovery() {
        return random(RECOVERY_GROUPS);
    }

    private static OneTimeCode random(int groups) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < groups * GROUP_SIZE; i++) {
            code.append(i > 0 && i % GROUP_SIZE == 0 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return new OneTimeCode(code.toString());
    }

    /** The one that somebody typed, in any case, with or without its hyphens. */
    public static OneTimeCode typed(String text) {
        return new OneTimeCode(text);
    }

    /** What the person gets to see; nobody else does. */
    public String text() {
        return text;
    }

    /** What is stored of it. */
    byte[] hash() {
        return Sha256.of(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /** Nothing of the code. */
    @Override
    public String toString() {
        return "OneTimeCode";
    }
}
