package health.miadi.console.storage;

/** Thrown when the place where objects are kept cannot be read or written: no database, a full disk, a damaged file. */
public final class StorageUnavailableException extends StorageException {
    private static final long serialVersionUID = 1L;

    public StorageUnavailableException(String line) {
        super(line);
    }

    public StorageUnavailableException(String line, Throwable cause) {
        super(line, cause);
    }
}
