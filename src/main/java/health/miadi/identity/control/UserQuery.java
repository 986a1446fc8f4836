package health.miadi.identity.control;

import health.miadi.identity.entity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts to list; null asks for all.
 *
 * @param search part of the username or the e-mail address
 */
public record UserQuery(
        @Nullable String search,
        @Nullable Role role,
        @Nullable Boolean enabled) {
    /** Nothing of whom somebody looks for. */
    @Override
    public String toString() {
        return "UserQuery";
    }
}
