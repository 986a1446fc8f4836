package health.miadi.shared.validation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text to a length, between what people see as characters: no letter loses its mark, and no surrogate its other half (R-DATA-1). */
public final class Cut {
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private Cut() {}

    /**
     * The beginning of a text.
     *
     * @param most the most characters it has, counted as code points
     */
    public static String to(int most, String text) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        int bound = text.offsetByCodePoints(0, most);
        int end = 0;
        Matcher character = CHARACTER.matcher(text);
        while (character.find() && character.end() <= bound) {
            end = character.end();
        }
        // one character of more marks than that is cut within
        return text.substring(0, end == 0 ? bound : end);
    }
}
