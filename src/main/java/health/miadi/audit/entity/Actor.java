package health.miadi.audit.entity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, and from where, as audit entries name them (R-REC-5).
 *
 * @param userId the account, null where there is none
 * @param role {@code admin}, {@code provider} or {@code patient}; {@link #ANONYMOUS_ROLE} or {@link #SYSTEM_ROLE}
 * @param name of the operating system's user at a console, null elsewhere
 * @param address of the client, null where there is none or it is not known
 * @param requestId by which the log tells of the request, null where there is none; a client may have chosen it
 * @param serverRequestId that this server gave the request, and no other; null where there is none
 */
public record Actor(
        @Nullable UUID userId,
        String role,
        @Nullable String name,
        @Nullable String address,
        @Nullable String requestId,
        @Nullable String serverRequestId) {
    /** Somebody who is not signed in. */
    public static final String ANONYMOUS_ROLE = "anonymous";

    /** The application itself: timers, and the demonstration's data. */
    public static final String SYSTEM_ROLE = "system";

    /** The application itself. */
    public static final Actor SYSTEM = new Actor(null, SYSTEM_ROLE, null, null, null, null);

    /** The role alone. */
    @Override
    public String toString() {
        return "Actor " + role;
    }
}
