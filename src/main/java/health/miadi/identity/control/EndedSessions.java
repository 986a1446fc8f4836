package health.miadi.identity.control;

import health.miadi.shared.persistence.DatabaseEvents;
import health.miadi.shared.persistence.DatabaseListener;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The sessions that ended while their access tokens may still be around (R-AUTH-3), as this node knows them: its own at
 * once, all others as soon as the database tells. Asking costs no round trip while that line is up; while it is down the
 * database itself is asked, so that nobody is admitted for longer than two seconds after their session ended.
 */
@ApplicationScoped
public class EndedSessions implements DatabaseListener {
    /** What clocks and transactions may be late by, on top of an access token's life. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(EndedSessions.class.getName());

    /** The sessions, and until when each must be remembered. */
    private final Map<UUID, Instant> ended = new ConcurrentHashMap<>();

    private volatile Instant nextCleaning = Instant.MIN;

    @Inject
    SessionRepository sessions;

    @Inject
    AccessTokens tokens;

    @EJB
    DatabaseEvents events;

    @Inject
    Clock clock;

    /**
     * Whether that session has ended, so that no token of it is good any more.
     *
     * @throws Refusal {@code unavailable} when only the database can know, and cannot be asked
     */
    public boolean has(UUID session) {
        return ended.containsKey(session) || (!events.live() && endedByTheDatabase(session));
    }

    private boolean endedByTheDatabase(UUID session) {
        try {
            return !sessions.goesOn(session);
        } catch (PersistenceException unreachable) {
            throw Refusal.of(CommonFact.UNAVAILABLE, "R-AUTH-3", "The session cannot be looked up. Try again.");
        }
    }

    /** From when on an end still matters: the access tokens of those that ended earlier have expired. */
    Instant begin() {
        return clock.instant().minus(life());
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded event) {
        event.sessions().forEach(this::remember);
    }

    @Override
    public String channel() {
        return "sessions_ended";
    }

    @Override
    public void heard(String payload) {
        try {
            remember(UUID.fromString(payload));
        } catch (IllegalArgumentException noId) {
            LOG.log(Level.WARNING, "Somebody told of an ended session without its id");
        }
    }

    @Override
    public void connected() {
        sessions.endedSince(begin()).forEach(this::remember);
    }

    private void remember(UUID session) {
        Instant now = clock.instant();
        ended.put(session, now.plus(life()));
        if (now.isAfter(nextCleaning)) {
            nextCleaning = now.plus(MARGIN);
            ended.values().removeIf(until -> until.isBefore(now));
        }
    }

    private Duration life() {
        return Duration.ofSeconds(tokens.lifetimeSeconds()).plus(MARGIN);
    }
}
