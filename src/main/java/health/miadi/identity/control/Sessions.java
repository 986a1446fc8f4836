package health.miadi.identity.control;

import health.miadi.identity.entity.User;
import health.miadi.shared.persistence.Ids;
import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.problem.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in opens: a session with its first access and refresh token (R-AUTH-2). Every way to sign in ends here.
 */
@Stateless
public class Sessions {
    @Inject
    SessionRepository sessions;

    @Inject
    AccessTokens tokens;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "miadi.session.refresh-days", defaultValue = "30")
    int refreshDays;

    /**
     * Opens a session of a client that keeps its refresh token itself.
     *
     * @param user who has just proved who they are
     * @throws Refusal {@code unauthenticated} when the account was changed or disabled in the meantime
     */
    public TokenResponse open(User user) {
        return open(user, null);
    }

    /**
     * Opens a session of a browser (R-AUTH-7): the answer carries a CSRF token as well, and its refresh token belongs into a
     * cookie.
     *
     * @throws Refusal {@code unauthenticated} when the account was changed or disabled in the meantime
     */
    public TokenResponse openInBrowser(User user) {
        return open(user, OpaqueToken.random());
    }

    private TokenResponse open(User user, @Nullable OpaqueToken csrf) {
        UUID session = Ids.next();
        OpaqueToken refresh = OpaqueToken.random();
        Instant now = clock.instant();
        Instant expiry = now.plus(Duration.ofDays(refreshDays));
        if (!sessions.open(session, user, csrf == null ? null : csrf.hash(), now, expiry)) {
            throw Refusal.of(
                    ProblemType.UNAUTHENTICATED, "R-AUTH-3", "The account has just been changed. Sign in again.");
        }
        sessions.add(refresh.hash(), session, expiry);
        return TokenResponse.of(tokens, user, session, refresh, csrf == null ? null : csrf.text());
    }
}
