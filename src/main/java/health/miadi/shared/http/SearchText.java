package health.miadi.shared.http;

import health.miadi.shared.problem.Refusal;
import health.miadi.shared.validation.TextForm;
import org.jspecify.annotations.Nullable;

/** The {@code search} parameter of a list. */
public final class SearchText {
    private static final int LONGEST = 100;

    private SearchText() {}

    /**
     * What to look for, null for everything.
     *
     * @throws Refusal {@code validation} when it is longer than 100 characters or has control characters
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
        return text;
    }
}
