package health.miadi.shared.persistence;

/**
 * Wants to know what happens in the database, on whichever node or in whichever program it happens. Every bean of this
 * type is found by {@link DatabaseEvents} at the start.
 *
 * <p>All of it is called on one thread, which all listeners share: nothing here may wait. One that throws is connected
 * anew, like after a lost connection.
 */
public interface DatabaseListener {
    /** The channel to hear, as in PostgreSQL's {@code NOTIFY}: a plain lower-case name. */
    String channel();

    /**
     * Something was said on the channel, by a transaction that is committed. Said in the order of the commits.
     *
     * @param payload what was said, or an empty text
     */
    void heard(String payload);

    /**
     * The channel is heard from now on, at the start or again after an interruption. What was said before is lost: here
     * is the place to read from the tables what may have been missed.
     */
    void connected();
}
