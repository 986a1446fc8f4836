package health.miadi.console.storage;

/**
 * What became of an object that a storage was to take.
 *
 * @param reason why it was refused, one line; empty otherwise
 */
public record Taking(Outcome outcome, String reason) {
    public static final Taking TAKEN = new Taking(Outcome.TAKEN, "");
    public static final Taking KNOWN = new Taking(Outcome.KNOWN, "");

    /** One of three. */
    public enum Outcome {
        /** It is stored now. */
        TAKEN,
        /** An object with its id was there already, and stays as it is. */
        KNOWN,
        /** A rule speaks against it. */
        REFUSED
    }

    public static Taking refused(String reason) {
        return new Taking(Outcome.REFUSED, reason);
    }
}
