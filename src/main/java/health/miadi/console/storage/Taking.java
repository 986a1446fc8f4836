package health.miadi.console.storage;

/**
 * What became of an object that a storage was to take.
 *
 * @param attribute whose value was refused; empty when it is no single one's
 * @param reason why it was refused, one line; empty otherwise
 */
public record Taking(Outcome outcome, String attribute, String reason) {
    public static final Taking TAKEN = new Taking(Outcome.TAKEN, "", "");
    public static final Taking CHANGED = new Taking(Outcome.CHANGED, "", "");
    public static final Taking KNOWN = new Taking(Outcome.KNOWN, "", "");

    /** One of four. */
    public enum Outcome {
        /** It is stored now. */
        TAKEN,
        /** An object with its id was there already, and has its values now. */
        CHANGED,
        /** An object with its id was there already, and stays as it is. */
        KNOWN,
        /** A rule speaks against it. */
        REFUSED
    }

    /**
     * One that was refused.
     *
     * @param attribute whose value, or empty
     */
    public static Taking refused(String attribute, String reason) {
        return new Taking(Outcome.REFUSED, attribute, reason);
    }

    /** One that was refused for what an exception says. */
    public static Taking refused(StorageException refusal) {
        if (refusal instanceof InvalidAttributeException invalid) {
            return refused(invalid.attribute(), invalid.reason());
        }
        return refusal instanceof ConflictException conflict
                ? refused(conflict.attribute(), conflict.reason())
                : refused("id", "is not there any more");
    }
}
