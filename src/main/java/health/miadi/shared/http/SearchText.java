package health.miadi.shared.http;

import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.validation.TextForm;
import org.jspecify.annotations.Nullable;

/** The {@code search} parameter of a list. */
public final class SearchText {
    private static final int LONGEST = 100;
    /** Each word is a condition of its own (R-AUTH-12); nobody is told by more. */
    private static final int MOST_WORDS = 16;

    private SearchText() {}

    /**
     * What to look for, null for everything.
     *
     * @throws Refusal {@code validation} when it is longer than 100 characters, has more than 16 words, or control characters
     */
    public static @Nullable String of(@Nullable String parameter) {
        return of(parameter, "search");
    }

    /** The same for a parameter of another name. */
    public static @Nullable String of(@Nullable String parameter, String name) {
        String text = parameter == null ? "" : TextForm.of(parameter);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(name, "must have at most " + LONGEST + " characters and no control characters");
        }
        if (words(text) > MOST_WORDS) {
            throw Refusal.invalid(name, "must have at most " + MOST_WORDS + " words");
        }
        return text;
    }

    /** How many runs of letters and digits it has, whatever stands between them. */
    static int words(String text) {
        int words = 0;
        boolean within = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            boolean part = isPart(text.codePointAt(i));
            words += part && !within ? 1 : 0;
            within = part;
        }
        return words;
    }

    private static boolean isPart(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetterOrDigit(character) || character == '\'' || character == '’';
        };
    }
}
