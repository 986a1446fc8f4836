package health.miadi.console.storage;

/** Thrown when there is no object of that class with that id. */
public final class NoInstanceException extends StorageException {
    private static final long serialVersionUID = 1L;

    public NoInstanceException() {
        super("no instance found");
    }
}
