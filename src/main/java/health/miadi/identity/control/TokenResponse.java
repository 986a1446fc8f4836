package health.miadi.identity.control;

import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a session and whose it is.
 *
 * @param tokenType how to send the access token: {@code Bearer}
 * @param expiresIn for how many seconds the access token is valid
 * @param refreshToken buys the next tokens, once; null when a cookie carries it
 * @param csrfToken what a browser sends as {@code X-CSRF-Token} along with the cookie; null without one
 */
public record TokenResponse(
        String accessToken,
        String tokenType,
        int expiresIn,
        @Nullable String refreshToken,
        @Nullable String csrfToken,
        SignedIn user) {
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

        /** The id, and nothing of the account. */
        @Override
        public String toString() {
            return "SignedIn " + id;
        }
    }

    /** A fresh access token for that user in that session, with the refresh token that buys the next. */
    static TokenResponse of(
            AccessTokens tokens, User user, UUID session, OpaqueToken refresh, @Nullable String csrfToken) {
        return new TokenResponse(
                tokens.issue(user, session),
                "Bearer",
                tokens.lifetimeSeconds(),
                refresh.text(),
                csrfToken,
                SignedIn.from(user));
    }

    /** The same for a body that scripts can read: the cookie carries the refresh token. */
    TokenResponse withoutRefreshToken() {
        return new TokenResponse(accessToken, tokenType, expiresIn, null, csrfToken, user);
    }

    /** Says nothing of the tokens. */
    @Override
    public String toString() {
        return "TokenResponse";
    }
}
