package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.miadi.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hearing what other connections say, against a real PostgreSQL. */
@Tag("no-server")
class ListeningLoopIT {
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LISTENERS = "FROM pg_stat_activity WHERE datname = current_database()"
            + " AND (query LIKE 'LISTEN %' OR application_name = 'listening')";

    private final Ear ear = new Ear();
    private final ListeningLoop loop = new ListeningLoop(ListeningLoopIT::connection, List.of(ear));
    private final Thread thread = new Thread(loop);

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void listen() {
        thread.start();
        await().atMost(PATIENCE).until(loop::isLive);
    }

    @AfterEach
    void stop() throws InterruptedException {
        loop.close();
        thread.join(PATIENCE.toMillis());
        assertThat(thread.isAlive()).isFalse();
        assertThat(loop.isLive()).isFalse();
    }

    @Test
    void whatAnotherConnectionSaysIsHeardInTheOrderOfTheCommits() throws Exception {
        say("one");
        say("two");
        assertThat(ear.next()).isEqualTo("one");
        assertThat(ear.next()).isEqualTo("two");
    }

    @Test
    void whatIsRolledBackOrSaidElsewhereIsNotHeard() throws Exception {
        try (Connection other = DATABASE.connect()) {
            other.setAutoCommit(false);
            notify(other, "ears", "taken back");
            other.rollback();
            notify(other, "elsewhere", "not for these ears");
            notify(other, "ears", "kept");
            other.commit();
        }
        assertThat(ear.next()).isEqualTo("kept");
    }

    @Test
    void aLostConnectionIsMadeAgainAndTheListenerIsTold() throws Exception {
        assertThat(DATABASE.number("SELECT count(pg_terminate_backend(pid)) " + LISTENERS))
                .isPositive();
        await().atMost(PATIENCE).until(() -> ear.connections.get() == 2 && loop.isLive());
        say("after");
        assertThat(ear.next()).isEqualTo("after");
    }

    @Test
    void aListenerThatFailsIsConnectedAnew() throws Exception {
        say("fail");
        await().atMost(PATIENCE).until(() -> ear.connections.get() == 2 && loop.isLive());
        say("again");
        assertThat(ear.next()).isEqualTo("again");
    }

    private static Connection connection() throws SQLException {
        Connection connection = DATABASE.connect();
        connection.setClientInfo("ApplicationName", "listening");
        return connection;
    }

    private static void say(String text) throws SQLException {
        try (Connection other = DATABASE.connect()) {
            notify(other, "ears", text);
        }
    }

    private static void notify(Connection connection, String channel, String text) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            statement.setString(1, channel);
            statement.setString(2, text);
            statement.execute();
        }
    }

    private static final class Ear implements DatabaseListener {
        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        private final AtomicInteger connections = new AtomicInteger();

        @Override
        public String channel() {
            return "ears";
        }

        @Override
        public void heard(String payload) {
            if (payload.equals("fail")) {
                throw new IllegalStateException("on purpose");
            }
            said.add(payload);
        }

        @Override
        public void connected() {
            connections.incrementAndGet();
        }

        @SuppressWarnings("NullAway") // null fails the assertion, as it should
        String next() throws InterruptedException {
            return said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
