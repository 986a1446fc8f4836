package health.miadi.identity.control;

import com.nulabinc.zxcvbn.Zxcvbn;
import health.miadi.shared.validation.Cut;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a password must be (R-AUTH-1): long enough, and none that others guess first. */
public final class PasswordTerms {
    /** The shortest password, in characters. */
    public static final int SHORTEST = 12;
    /** The longest password, in characters. */
    public static final int LONGEST = 128;

    /** Up to this score a password is among the first million guesses: a common one, or a play on one. */
    private static final int COMMON = 1;
    /** Strength is judged by the beginning: a strong beginning is enough, and judging takes time. */
    private static final int JUDGED = 40;

    /** 128 characters of four bytes each: what is longer is nobody's password. */
    private static final int MOST_BYTES = 4 * LONGEST;

    private final Zxcvbn strength = new Zxcvbn();

    /**
     * What speaks against a password, to be said after its name; empty when nothing does.
     *
     * @param normalized as {@link #normalized} gives it
     * @param names that its owner signs in with: whoever guesses tries them first
     */
    public Optional<String> objection(String normalized, String... names) {
        int characters = normalized.codePointCount(0, normalized.length());
        if (characters < SHORTEST || characters > LONGEST || !isBounded(normalized)) {
            return Optional.of("must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        List<String> guessedFirst =
                Arrays.stream(names).map(PasswordTerms::beginning).toList();
        return strength.measure(beginning(normalized), guessedFirst).getScore() <= COMMON
                ? Optional.of("is among the first that others would guess; choose another")
                : Optional.empty();
    }

    /** The same password however the keyboard composes its letters (NFKC, as NIST SP 800-63B advises); cut if absurd. */
    public static String normalized(String password) {
        // what is cut here is refused for its length, wherever it is cut
        String bounded = password.length() <= MOST_BYTES ? password : password.substring(0, MOST_BYTES + 1);
        return Normalizer.normalize(bounded, Normalizer.Form.NFKC);
    }

    /** Whether it can be anybody's password at all: what is longer is never hashed. */
    static boolean isBounded(String password) {
        return password.length() <= MOST_BYTES && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** As much of it as is judged: measuring takes longer than linear time. */
    private static String beginning(String text) {
        return Cut.to(JUDGED, text);
    }
}
