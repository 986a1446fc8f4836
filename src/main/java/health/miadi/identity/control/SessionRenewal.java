package health.miadi.identity.control;

import health.miadi.identity.control.SessionRepository.Presented;
import health.miadi.identity.entity.User;
import health.miadi.shared.limits.Allowance;
import health.miadi.shared.limits.Allowances;
import health.miadi.shared.metrics.Limit;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Exchanges a refresh token for the next tokens of its session (R-AUTH-2). Each can be used once; a used one that comes
 * again ends the session, because two hold it; unless it comes so soon that it may be a late request of one browser:
 * {@link Renewal} tells them apart.
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
    ActorOfRequest actor;

    @Inject
    Clock clock;

    @EJB
    Allowances allowances;

    @Inject
    @Configured(Setting.SESSION_RENEWALS_PER_HOUR)
    int renewalsPerHour;

    @Inject
    @Configured(Setting.SESSION_REFRESH_DAYS)
    int refreshDays;

    @Inject
    @Configured(Setting.SESSION_LONGEST_DAYS)
    int longestDays;

    @Inject
    @Configured(Setting.SESSION_RETRY_SECONDS)
    int retrySeconds;

    /**
     * The next tokens of the session.
     *
     * @return empty when the token is unknown, expired or used, or the session has ended; it is an answer and not a refusal
     *     because the end of a session must outlive it
     * @throws Refusal {@code forbidden} when a browser's CSRF token is not right; {@code rate-limited} when the session has had as many
     *     lately as it may (R-AUTH-12): each is kept as long as it is valid; nothing has happened then
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

    /**
     * Ends the sessions that a browser's cookies keep, used or not: those that are of this CSRF token, where a stranger's lies
     * beside them. Cookies of sessions that are no more are as good as signed out.
     *
     * @return false when there is none, or none that a browser's session has
     * @throws Refusal {@code forbidden} when the CSRF token is of none of them; nothing has happened then
     */
    public boolean endInBrowser(List<RefreshCredential> cookies) {
        List<UUID> own = new ArrayList<>();
        boolean known = false;
        boolean forged = false;
        for (RefreshCredential cookie : cookies) {
            Presented found =
                    sessions.present(cookie.token().hash(), clock.instant()).orElse(null);
            known |= found != null;
            if (found != null && cookie.isOf(found.csrfHash())) {
                own.add(found.session());
            } else {
                forged |= found != null && found.csrfHash() != null;
            }
        }
        if (own.isEmpty() && forged) {
            throw RefreshCredential.forged();
        }
        own.forEach(ending::end);
        return !own.isEmpty() || (!cookies.isEmpty() && !known);
    }

    /**
     * Ends the sessions whose cookies a browser sent along with a sign-in that replaces them (R-AUTH-3). It proved that a
     * page of ours asked; it needs no CSRF token, since whoever signs in may have lost it.
     */
    public void endReplaced(List<String> cookies) {
        inBrowser(cookies).forEach(ending::end);
    }

    /** The sessions that a browser's cookies keep. */
    public List<UUID> inBrowser(List<String> cookies) {
        return cookies.stream()
                .map(OpaqueToken::of)
                .flatMap(Optional::stream)
                .flatMap(token -> sessions.present(token.hash(), clock.instant()).stream())
                .filter(found -> found.csrfHash() != null)
                .map(Presented::session)
                .toList();
    }

    /** The token and its session, if it came the way that its session's tokens come. */
    private Optional<Presented> present(RefreshCredential credential) {
        return sessions.present(credential.token().hash(), clock.instant())
                .filter(found -> credential.fits(found.csrfHash()));
    }

    private Optional<TokenResponse> renew(RefreshCredential credential, Presented found) {
        Instant now = clock.instant();
        Instant since = now.minusSeconds(retrySeconds);
        OpaqueToken presented = credential.token();
        return switch (Renewal.of(found.usedAt(), found.repeatedAt(), since)) {
            case ROTATED -> {
                allowances.takeWithin(
                        Allowance.hourly(Limit.RENEWALS, renewalsPerHour),
                        found.session().toString());
                yield answer(credential, found, rotated(presented, found, now, since));
            }
            case PUT_OFF -> putOff(credential, found);
            case REPEATED -> answer(credential, found, repeated(presented, found, now, since));
            case REUSED -> {
                LOG.log(Level.WARNING, "A used refresh token came again: session {0} was ended", found.session());
                ending.end(found.session());
                yield Optional.empty();
            }
        };
    }

    private OpaqueToken rotated(OpaqueToken presented, Presented found, Instant now, Instant since) {
        byte[] salt = OpaqueToken.randomBytes();
        OpaqueToken next = presented.successor(salt);
        Instant expiry = expiry(found, now);
        sessions.rotate(found.session(), presented.hash(), salt, actor.client(), now, expiry, since);
        sessions.add(next.hash(), found.session(), expiry);
        return next;
    }

    private OpaqueToken repeated(OpaqueToken presented, Presented found, Instant now, Instant since) {
        OpaqueToken newest = presented.newest(sessions.successorSalts(found.session(), since));
        sessions.repeat(newest.hash(), now);
        return newest;
    }

    /** A browser that sends the newest token has it: no second cookie with it sets out, to arrive when it is old. */
    private Optional<TokenResponse> putOff(RefreshCredential credential, Presented found) {
        return answer(credential, found, credential.token())
                .map(tokens -> tokens.csrfToken() == null ? tokens : tokens.withoutRefreshToken());
    }

    private Optional<TokenResponse> answer(RefreshCredential credential, Presented found, OpaqueToken refresh) {
        return users.byId(found.userId())
                .filter(User::isEnabled)
                .map(user -> TokenResponse.of(tokens, user, found.session(), refresh, credential.csrfText()));
    }

    /** However often it is renewed, a session ends a while after its sign-in. */
    private Instant expiry(Presented found, Instant now) {
        Instant end = found.signedInAt().plus(Duration.ofDays(longestDays));
        Instant usual = now.plus(Duration.ofDays(refreshDays));
        return usual.isBefore(end) ? usual : end;
    }
}
