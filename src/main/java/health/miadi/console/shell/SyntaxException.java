package health.miadi.console.shell;

/** A line that cannot be understood; the message says why and never repeats a value. */
final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
        super(message);
    }
}
