package health.miadi.identity.control;

import health.miadi.identity.entity.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts to list; null asks for all.
 *
 * @param search what is said of the account or of its person (R-PERS-6)
 * @param ids only these, as far as they exist; empty for all
 */
public record UserQuery(
        @Nullable String search,
        @Nullable Role role,
        @Nullable Boolean enabled,
        List<UUID> ids) {
    public UserQuery {
        ids = List.copyOf(ids);
    }

    /** Nothing of whom somebody looks for. */
    @Override
    public String toString() {
        return "UserQuery";
    }
}
