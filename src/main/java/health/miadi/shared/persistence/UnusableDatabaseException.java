package health.miadi.shared.persistence;

import java.io.Serial;

/** This node cannot work with the database that it was given, and waiting will not help. */
final class UnusableDatabaseException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says so.
     *
     * @param why one clause, without user names, passwords or data
     */
    UnusableDatabaseException(String why) {
        super("Miadi cannot start: " + why + ".");
    }
}
