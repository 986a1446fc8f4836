package health.miadi.identity.control;

import com.nulabinc.zxcvbn.Zxcvbn;
import health.miadi.shared.validation.Cut;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What the judge tries for a, b, c, e, g, i, l, o, s, t, x and z, in all combinations: with many, judging takes seconds. */
    static final List<String> SIGNS_FOR_A_LETTER =
            List.of("4@", "8", "({[<", "3", "69", "1!|", "1|7", "0", "$5", "+7", "%", "2");

    /** So many cost less than hashing does, and all ten digits make fewer. */
    static final int MOST_COMBINATIONS = 16;

    /** From here on characters stand for nothing. */
    private static final char ITSELF = '\uE000';

    /** 128 characters of four bytes each: what is longer is nobody's password. */
    private static final int MOST_BYTES = 4 * LONGEST;

    private final Zxcvbn strength = new Zxcvbn();
    private final CommonPasswords common;

    /**
     * @param ownWords what people of this clinic think of first: its name, its town
     */
    public PasswordTerms(Collection<String> ownWords) {
        this.common = new CommonPasswords(ownWords);
    }

    /**
     * What speaks against a password, to be said after its name; empty when nothing does.
     *
     * @param normalized as {@link #normalized} gives it
     * @param names that its owner signs in with: whoever guesses tries them first
     */
    public Optional<String> objection(String normalized, String... names) {
        Optional<String> length = lengthObjection(normalized);
        if (length.isPresent()) {
            return length;
        }
        return common.has(normalized) || isGuessedEarly(normalized, names)
                ? Optional.of("is among the first that others would guess; choose another")
                : Optional.empty();
    }

    private boolean isGuessedEarly(String normalized, String... names) {
        List<String> guessedFirst =
                // as it is, and as it is judged where it is the password itself
                Arrays.stream(names)
                        .flatMap(name -> Stream.of(beginning(name), judged(name)))
                        .toList();
        return strength.measure(judged(normalized), guessedFirst).getScore() <= COMMON;
    }

    /** What speaks against its length, which takes no time to see. */
    Optional<String> lengthObjection(String normalized) {
        int characters = normalized.codePointCount(0, normalized.length());
        return characters < SHORTEST || characters > LONGEST || !isBounded(normalized)
                ? Optional.of("must have " + SHORTEST + " to " + LONGEST + " characters")
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

    /**
     * What is judged of it: its beginning, with signs in the place of letters as long as they are not too many different ones.
     * Each further one stands for itself: nobody's first guesses play with so many.
     */
    static String judged(String password) {
        StringBuilder judged = new StringBuilder(beginning(password));
        String signs = "";
        for (int i = 0; i < judged.length(); i++) {
            String sign = judged.substring(i, i + 1);
            if (signs.contains(sign)) {
                continue;
            }
            if (combinations(signs + sign) <= MOST_COMBINATIONS) {
                signs += sign;
            } else {
                judged.setCharAt(i, (char) (ITSELF + sign.charAt(0)));
            }
        }
        return judged.toString();
    }

    /** In how many ways the judge puts letters in the place of these signs. */
    static int combinations(String signs) {
        return SIGNS_FOR_A_LETTER.stream()
                .mapToInt(each -> Math.max(1, (int)
                        each.chars().filter(sign -> signs.indexOf(sign) >= 0).count()))
                .reduce(1, (one, other) -> one * other);
    }

    /** As much of it as is judged: measuring takes longer than linear time. */
    private static String beginning(String text) {
        return Cut.to(JUDGED, text);
    }
}
