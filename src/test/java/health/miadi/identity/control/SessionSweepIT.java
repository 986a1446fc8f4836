package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.testing.arquillian.InContainer;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R-AUTH-2, R-AUTH-3: what the sweep takes and what it leaves. Every test rolls back. */
@InContainer
class SessionSweepIT {
    @Inject
    SessionRepository sessions;

    @Inject
    UserRepository users;

    @Inject
    Clock clock;

    @Inject
    UserTransaction transaction;

    @BeforeEach
    void begin() throws Exception {
        transaction.begin();
    }

    @AfterEach
    void rollBack() throws Exception {
        transaction.rollback();
    }

    @Test
    void takesWhatHasExpiredOrEndedAndLeavesTheRest() {
        Instant now = clock.instant();
        Instant before = now.minus(Duration.ofMinutes(20));
        User user = user(now);
        UUID open = session(user, now.plusSeconds(60));
        UUID expired = session(user, before.minusSeconds(1));
        UUID endedLately = session(user, now.plusSeconds(60));
        UUID endedLongAgo = session(user, now.plusSeconds(60));
        sessions.end(endedLately, now.minusSeconds(60));
        sessions.end(endedLongAgo, before.minusSeconds(1));
        byte[] good = token(open, now.plusSeconds(60));
        byte[] old = token(open, now.minusSeconds(1));

        assertThat(sessions.sweep(now, before)).isGreaterThanOrEqualTo(3);

        assertThat(sessions.goesOn(open)).isTrue();
        assertThat(sessions.goesOn(expired)).isFalse();
        assertThat(sessions.endedSince(Instant.EPOCH, user.id())).containsExactly(endedLately);
        assertThat(sessions.present(good, now)).isPresent();
        assertThat(sessions.present(old, now)).isEmpty();
    }

    private User user(Instant now) {
        User user = new User("sweep-" + UUID.randomUUID(), null, null, Role.PATIENT, null, now);
        users.add(user);
        return user;
    }

    private UUID session(User user, Instant expiry) {
        UUID id = UUID.randomUUID();
        assertThat(sessions.open(id, user, null, new SessionClient("curl", null, null), clock.instant(), expiry))
                .isTrue();
        return id;
    }

    private byte[] token(UUID session, Instant expiry) {
        byte[] hash = OpaqueToken.random().hash();
        sessions.add(hash, session, expiry);
        return hash;
    }
}
