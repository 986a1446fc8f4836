package health.miadi.console.storage;

/** Thrown when what is there already speaks against a change: a unique value, an overlap, a reference, a newer version. */
public final class ConflictException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final String attribute;
    private final String reason;

    public ConflictException(String line) {
        super(line);
        this.attribute = "";
        this.reason = line;
    }

    /**
     * @param attribute whose value is in the way
     * @param reason of what, never the value
     */
    public ConflictException(String attribute, String reason) {
        super(attribute + ": " + reason);
        this.attribute = attribute;
        this.reason = reason;
    }

    /** Whose value is in the way; empty when it is no single one's. */
    public String attribute() {
        return attribute;
    }

    /** What speaks against it, without the attribute. */
    public String reason() {
        return reason;
    }
}
