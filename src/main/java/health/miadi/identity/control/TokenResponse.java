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
     * @param lacksSecondFactor whether the account has to have a second factor and has none: until it is set up, and the session renewed, the
     *     access token is good for nothing else (R-AUTH-10)
     */
    public record SignedIn(
            UUID id, String username, Role role, @Nullable UUID personId, boolean lacksSecondFactor) {
        static SignedIn from(User user, boolean lacksSecondFactor) {
            return new SignedIn(user.id(), user.username(), user.role(), user.personId(), lacksSecondFactor);
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
                SignedIn.from(user, tokens.lacksSecondFactor(user)));
    }

    /** The same for a body that scripts can read: the cookie carries the refresh token. */
    public TokenResponse withoutRefreshToken() {
        return new TokenResponse(accessToken, tokenType, expiresIn, null, csrfToken, user);
    }

    /** Says nothing of the tokens. */
    @Override
    public String toString() {
        return "TokenResponse";
    }
}
