package health.miadi.identity.control;

import health.miadi.identity.control.SessionRepository.Presented;
import health.miadi.identity.entity.User;
import health.miadi.shared.http.RequestId;
import health.miadi.shared.problem.Refusal;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a refresh token for the next tokens of its session (R-AUTH-2). Each can be used once; a used one that comes
 * again ends the session, because two hold it. The one exception is the token that was used last: for a few seconds it
 * gets the same successor again, for a client that lost the answer or asked twice at once. Why that is safe is told in
 * {@code docs/adr/0012-sessions.md}.
 */
@Stateless
public class SessionRenewal {
    private static final Logger LOG = Logger.getLogger(SessionRenewal.class.getName());

    @Inject
    SessionRepository sessions;

    @EJB
    Sessions ending;

    @Inject
    UserRepository users;

    @Inject
    AccessTokens tokens;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "miadi.session.refresh-days", defaultValue = "30")
    int refreshDays;

    @Inject
    @ConfigProperty(name = "miadi.session.longest-days", defaultValue = "90")
    int longestDays;

    @Inject
    @ConfigProperty(name = "miadi.session.retry-seconds", defaultValue = "10")
    int retrySeconds;

    /**
     * The next tokens of the session.
     *
     * @return empty when the token is unknown, expired or used, or the session has ended; it is an answer and not a refusal
     *     because the end of a session must outlive it
     * @throws Refusal {@code forbidden} when a browser's CSRF token is not right; nothing has happened then
     */
    public Optional<TokenResponse> renew(RefreshCredential credential) {
        return present(credential).filter(Presented::isGood).flatMap(found -> renew(credential, found));
    }

    /**
     * Ends the session of that refresh token, used or not.
     *
     * @return false when there is none
     * @throws Refusal {@code forbidden} when a browser's CSRF token is not right; nothing has happened then
     */
    public boolean end(RefreshCredential credential) {
        Optional<UUID> session = present(credential).map(Presented::session);
        session.ifPresent(ending::end);
        return session.isPresent();
    }

    /** The token and its session, if it came the way that its session's tokens come. */
    private Optional<Presented> present(RefreshCredential credential) {
        Instant now = clock.instant();
        Optional<Presented> presented =
                sessions.present(credential.token().hash(), now, now.minusSeconds(retrySeconds));
        return presented.filter(found -> credential.fits(found.csrfHash()));
    }

    private Optional<TokenResponse> renew(RefreshCredential credential, Presented found) {
        byte[] salt = found.isUsed() ? saltOfRetry(found) : OpaqueToken.randomBytes();
        if (salt == null) {
            LOG.log(Level.WARNING, "[{0}] A used refresh token came again: session {1} was ended", new Object[] {
                RequestId.of(request), found.session()
            });
            ending.end(found.session());
            return Optional.empty();
        }
        OpaqueToken next = credential.token().successor(salt);
        if (!found.isUsed()) {
            Instant now = clock.instant();
            Instant expiry = expiry(found, now);
            sessions.rotate(found.session(), credential.token().hash(), salt, now, expiry);
            sessions.add(next.hash(), found.session(), expiry);
        }
        return users.byId(found.userId())
                .filter(User::isEnabled)
                .map(user -> TokenResponse.of(tokens, user, found.session(), next, credential.csrfText()));
    }

    /** However often it is renewed, a session ends a while after its sign-in. */
    private Instant expiry(Presented found, Instant now) {
        Instant end = found.signedInAt().plus(Duration.ofDays(longestDays));
        Instant usual = now.plus(Duration.ofDays(refreshDays));
        return usual.isBefore(end) ? usual : end;
    }

    /** What the successor of a used token was derived with, if it may be given again. */
    private static byte @Nullable [] saltOfRetry(Presented found) {
        return found.isLastUsed() && found.isRecent() ? found.rotationSalt() : null;
    }
}
