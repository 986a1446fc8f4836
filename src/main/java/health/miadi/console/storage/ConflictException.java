package health.miadi.console.storage;

/** Thrown when what is there already speaks against a change: a unique value, an overlap, a reference, a newer version. */
public final class ConflictException extends StorageException {
    private static final long serialVersionUID = 1L;

    public ConflictException(String line) {
        super(line);
    }
}
