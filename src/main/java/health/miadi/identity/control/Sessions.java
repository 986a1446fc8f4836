package health.miadi.identity.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.SecondFactor;
import health.miadi.identity.entity.User;
import health.miadi.shared.persistence.Ids;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in opens: a session with its first access and refresh token (R-AUTH-2), and its end (R-AUTH-3). Every way
 * to sign in goes through here.
 */
@Stateless
public class Sessions {
    @Inject
    SessionRepository sessions;

    @Inject
    LiveSessionRepository live;

    @Inject
    AccessTokens tokens;

    @Inject
    EndedSessions memory;

    @Inject
    Event<SessionsEnded> ended;

    @Inject
    AuditTrail audit;

    @Inject
    ActorOfRequest actor;

    @Inject
    Clock clock;

    @Inject
    @Configured(Setting.SESSION_REFRESH_DAYS)
    int refreshDays;

    @Inject
    @Configured(Setting.SESSION_LONGEST_DAYS)
    int longestDays;

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

    /**
     * Opens a session of the same kind as another one.
     *
     * @param like a browser's session, or another client's
     * @throws Refusal {@code unauthenticated} when the account was changed or disabled in the meantime
     */
    public TokenResponse openLike(UUID like, User user) {
        return open(user, sessions.isBrowsers(like));
    }

    /** Opens a session of that kind. */
    public TokenResponse open(User user, boolean inBrowser) {
        return inBrowser ? openInBrowser(user) : open(user);
    }

    /**
     * Opens a session of that kind.
     *
     * @param by what they showed besides their password
     * @throws Refusal {@code unauthenticated} when the account was changed or disabled in the meantime
     */
    public TokenResponse open(User user, SecondFactor by, boolean inBrowser) {
        return open(user, inBrowser ? OpaqueToken.random() : null, by.words());
    }

    /**
     * Opens a session of that kind for somebody who came by an OpenID provider.
     *
     * @param by what they showed besides the provider's word
     * @throws Refusal {@code unauthenticated} when the account was changed or disabled in the meantime
     */
    public TokenResponse openAfterProvider(User user, SecondFactor by, boolean inBrowser) {
        return open(user, inBrowser ? OpaqueToken.random() : null, by.wordsAfterProvider());
    }

    /** Ends a session: none of its tokens is good for anything from now on, on any node (R-AUTH-3). */
    public void end(UUID session) {
        sessions.end(session, clock.instant()).ifPresent(this::noteEnd);
        ended.fire(new SessionsEnded(List.of(session)));
    }

    private void noteEnd(UUID userId) {
        audit.record(AuditAction.SIGNED_OUT, AuditedEntity.USER, userId);
    }

    /**
     * Tells this node, when the transaction is committed, which sessions of a user have ended: the database ended them by
     * itself when their password, role, person or being enabled changed (R-AUTH-3). The other nodes hear it from there.
     */
    public void tellEndedOf(UUID userId) {
        ended.fire(new SessionsEnded(sessions.endedSince(memory.begin(), userId)));
    }

    /** Has the sessions of a user go on although their password, and nothing else, changes in this transaction. */
    public void keepAllOf(UUID userId) {
        sessions.keepAllOf(userId);
    }

    /** Ends all sessions of a user but one, on every node (R-AUTH-3). */
    public void endOthersOf(UUID userId, UUID kept) {
        if (live.endOthers(userId, kept, clock.instant()) > 0) {
            noteEnd(userId);
            tellEndedOf(userId);
        }
    }

    /** Ends all sessions of a user whose account is about to be removed. */
    public void endAllOf(UUID userId) {
        sessions.endAllOf(userId, clock.instant());
        tellEndedOf(userId);
    }

    /** Ends all sessions of a user, because somebody wants it so. */
    public void signOutAllOf(UUID userId) {
        endAllOf(userId);
        noteEnd(userId);
    }

    /** Ends all sessions of a user, and forgets their refresh tokens. */
    public void forgetAllOf(UUID userId) {
        endAllOf(userId);
        sessions.forgetTokensOf(userId);
    }

    private TokenResponse open(User user, @Nullable OpaqueToken csrf) {
        return open(user, csrf, null);
    }

    private TokenResponse open(User user, @Nullable OpaqueToken csrf, @Nullable String how) {
        UUID session = Ids.next();
        OpaqueToken refresh = OpaqueToken.random();
        Instant now = clock.instant();
        Instant expiry = now.plus(Duration.ofDays(Math.min(refreshDays, longestDays)));
        if (!sessions.open(session, user, csrf == null ? null : csrf.hash(), actor.client(), now, expiry)) {
            throw Refusal.of(
                    CommonFact.UNAUTHENTICATED, "R-AUTH-3", "The account has just been changed. Sign in again.");
        }
        sessions.add(refresh.hash(), session, expiry);
        actor.proved(user);
        audit.tell(
                AuditAction.SIGNED_IN,
                AuditedEntity.USER,
                user.id(),
                actor.client().told().and("by", how));
        return TokenResponse.of(tokens, user, session, refresh, csrf == null ? null : csrf.text());
    }
}
