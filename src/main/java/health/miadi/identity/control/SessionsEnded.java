package health.miadi.identity.control;

import java.util.List;
import java.util.UUID;

/** Sessions have ended in this transaction. */
record SessionsEnded(List<UUID> sessions) {
    SessionsEnded {
        sessions = List.copyOf(sessions);
    }
}
