package health.miadi.console.transfer;

/** Thrown when a file cannot be read or written as what it should be; its message is one line for the person. */
public final class TransferException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TransferException(String line) {
        super(line);
    }

    TransferException(String line, Throwable cause) {
        super(line, cause);
    }

    /** The one line. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
