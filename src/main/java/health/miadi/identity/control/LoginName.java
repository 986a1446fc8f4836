package health.miadi.identity.control;

import health.miadi.shared.validation.Patterns;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A name to sign in with: a user name or an e-mail address, whatever its case.
 *
 * <p>Both are plain ASCII, so that no two of them look alike: {@code аmina} with a Cyrillic letter is no name here. What
 * somebody types is folded by NFKC (UAX 15) before it is looked up, because some keyboards write ASCII in wide letters.
 */
public final class LoginName {
    /** A user name: 3 to 64 letters, digits, dots, hyphens and underscores, a letter or digit first and last. */
    public static final String USERNAME = "[A-Za-z0-9][A-Za-z0-9._-]{1,62}[A-Za-z0-9]";

    /** A user name, or the account's own e-mail address. */
    public static final String PATTERN = USERNAME + "|" + Patterns.EMAIL;

    public static final String MESSAGE =
            "must be the account's e-mail address, or 3 to 64 letters, digits, dots, hyphens" + " and underscores";

    private LoginName() {}

    /** The form in which two names are compared. */
    public static String folded(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
