package health.miadi.identity.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.shared.validation.AsGiven;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are looked for.
 *
 * @param search what is said of the account or its person: username, e-mail address, name
 * @param role only those with this role
 * @param enabled only those whose owners can sign in, or only those whose owners cannot
 * @param limit how many a page has, 50 when nobody says
 * @param cursor where to go on, as the page before said
 */
public record UserSearchRequest(
        @Size(max = 100) @AsGiven @Nullable String search,
        @Nullable Role role,
        @Nullable Boolean enabled,
        @Min(1) @Max(200) @Nullable Integer limit,
        @Size(max = 1000) @AsGiven @Nullable String cursor) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "UserSearchRequest";
    }
}
