package health.miadi.console.shell;

import org.jspecify.annotations.Nullable;

/**
 * A value as it was typed.
 *
 * @param text without its quotes; null for the bare words {@code null} and {@code None}, which clear an attribute
 * @param quoted whether it stood in quotes, and so is text whatever it looks like
 */
record Word(@Nullable String text, boolean quoted) {

    /** A word without quotes; {@code True}, {@code False} and {@code None} mean what they mean in Python. */
    static Word bare(String text) {
        return switch (text) {
            case "null", "None" -> new Word(null, false);
            case "True" -> new Word("true", false);
            case "False" -> new Word("false", false);
            default -> new Word(text, false);
        };
    }

    static Word quoted(String text) {
        return new Word(text, true);
    }

    /** The text, empty for a value that clears. */
    String orEmpty() {
        return text == null ? "" : text;
    }
}
