package health.miadi.console.storage;

/** What a storage has to say instead of doing what it was asked: one line for the person who asked, without a person's data. */
public abstract class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected StorageException(String line) {
        super(line);
    }

    protected StorageException(String line, Throwable cause) {
        super(line, cause);
    }

    /** The one line. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
