package health.miadi.record.control;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a diagnosis contains a text, whatever their case, accents and spaces: {@code "otitis  média"} is found by
 * {@code "Media"}.
 */
final class DiagnosisMatch implements Predicate<String> {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final String sought;

    DiagnosisMatch(String sought) {
        this.sought = folded(sought);
    }

    @Override
    public boolean test(String diagnosis) {
        return folded(diagnosis).contains(sought);
    }

    private static String folded(String text) {
        String plain = isAscii(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
        // up and down again: the sharp s and its like have no capital of their own
        String folded = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return SPACES.matcher(folded).replaceAll(" ");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }
}
