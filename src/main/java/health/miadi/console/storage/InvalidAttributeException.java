package health.miadi.console.storage;

/** Thrown when an attribute has a value that its class does not take, lacks one, or does not exist. */
public final class InvalidAttributeException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final String attribute;
    private final String reason;

    /**
     * @param attribute its name
     * @param reason what would be right, {@code must be a UUID}; never the value
     */
    public InvalidAttributeException(String attribute, String reason) {
        super(attribute + ": " + reason);
        this.attribute = attribute;
        this.reason = reason;
    }

    /** The name of the attribute. */
    public String attribute() {
        return attribute;
    }

    /** What would be right. */
    public String reason() {
        return reason;
    }
}
