package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.shared.persistence.DatabaseEvents;
import health.miadi.shared.persistence.MiadiDataSource;
import health.miadi.testing.arquillian.InContainer;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R-AUTH-3 on several nodes, of which this is one: the others are connections that know nothing of it and say what they
 * have to say in plain SQL.
 */
@InContainer
class EndedSessionsIT {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    @Inject
    EndedSessions ended;

    @Inject
    SessionRepository sessions;

    @Inject
    AccessTokens tokens;

    @Inject
    Clock clock;

    @EJB
    DatabaseEvents events;

    private final UUID user = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    @BeforeEach
    void anOpenSession() throws SQLException {
        sql(
                "INSERT INTO users (id, username, role, enabled, created_at, updated_at)"
                        + " VALUES (?, ?, 'patient', true, now(), now())",
                user,
                "ended-" + user);
        sql(
                "INSERT INTO sessions (id, user_id, created_at, expires_at)"
                        + " VALUES (?, ?, now(), now() + interval '30 days')",
                session,
                user);
        await(events::live);
        assertThat(ended.has(session)).isFalse();
    }

    @Test
    void anEndOnAnotherNodeIsHeard() throws SQLException {
        sql("UPDATE sessions SET ended_at = now() WHERE id = ?", session);
        await(() -> ended.has(session));
    }

    @Test
    void aUserWhoWasChangedByAnotherProgramIsHeardOf() throws SQLException {
        sql("UPDATE users SET enabled = false WHERE id = ?", user);
        await(() -> ended.has(session));
    }

    @Test
    void aDeletedSessionHasEnded() throws SQLException {
        sql("DELETE FROM sessions WHERE id = ?", session);
        await(() -> ended.has(session));
    }

    @Test
    void aNodeThatHearsNothingAsksTheDatabase() throws SQLException {
        EndedSessions deaf = nodeWith(new DatabaseEvents()); // never started: it is not live
        assertThat(deaf.has(session)).isFalse();
        sql("UPDATE sessions SET ended_at = now() WHERE id = ?", session);
        assertThat(deaf.has(session)).isTrue();
        assertThat(deaf.has(UUID.randomUUID()))
                .as("a session that nobody opened")
                .isTrue();
    }

    @Test
    void aNodeThatHeardNothingForAWhileLearnsWhatItMissed() throws SQLException {
        sql("UPDATE sessions SET ended_at = now() WHERE id = ?", session);
        EndedSessions late = nodeWith(events);
        late.connected();
        await(() -> events.live() && late.has(session));
        EndedSessions never = nodeWith(events);
        await(() -> events.live() && !never.has(session));
    }

    @Test
    void whatIsNoSessionIsPassedOver() {
        ended.heard("nonsense");
        ended.heard("");
        assertThat(ended.has(session)).isFalse();
    }

    private EndedSessions nodeWith(DatabaseEvents heard) {
        EndedSessions node = new EndedSessions();
        node.sessions = sessions;
        node.tokens = tokens;
        node.clock = clock;
        node.events = heard;
        return node;
    }

    private static void sql(String text, Object... parameters) throws SQLException {
        try (Connection connection = new MiadiDataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static void await(BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - begun).isLessThan(PATIENCE_NANOS);
            Thread.onSpinWait();
        }
    }
}
