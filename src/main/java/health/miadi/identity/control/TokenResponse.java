package health.miadi.identity.control;

import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access token and whose it is.
 *
 * @param tokenType how to send it: {@code Bearer}
 * @param expiresIn for how many seconds it is valid
 */
public record TokenResponse(String accessToken, String tokenType, int expiresIn, SignedIn user) {
    /**
     * The account that signed in.
     *
     * @param personId the patient or provider whose account it is
     */
    public record SignedIn(
            UUID id, String username, Role role, @Nullable UUID personId) {
        static SignedIn from(User user) {
            return new SignedIn(user.id(), user.username(), user.role(), user.personId());
        }
    }

    /** A fresh token for that user. */
    public static TokenResponse issue(AccessTokens tokens, User user) {
        return new TokenResponse(tokens.issue(user), "Bearer", tokens.lifetimeSeconds(), SignedIn.from(user));
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "TokenResponse";
    }
}
