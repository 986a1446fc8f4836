package health.miadi.console.file;

/** A file that is not, or not wholly, a clinic's; the message says why and repeats no value of an object. */
final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message) {
        super(message);
    }
}
