package health.miadi.availability.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.server.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R-AVAIL-8 where a node runs on while its database is exchanged under it. */
@Tag("no-server")
class SlotWatchIT {
    private static final UUID PROVIDER = UUID.randomUUID();

    @Test
    void aDumpRestoredIntoAnotherPostgresIsOneResetAndNoNews(@TempDir Path directory) {
        try (TestDatabase former = TestDatabase.startMigrated();
                TestDatabase restored = TestDatabase.startDurable(directory.resolve("data"));
                EntityManagerFactory before = connected(former)) {
            restored.migrate();
            try (EntityManagerFactory after = connected(restored)) {
                var log = new SlotLogRepository();
                log.entities = before.createEntityManager();
                SlotWatch watch = watch(log);
                var listener = new Listener();
                watch.begin(listener, null);
                change(former);
                watch.tell();
                assertThat(listener.told).containsExactly("changed");

                bringRows(former, restored);
                log.entities = after.createEntityManager();
                watch.tell();
                watch.tell();
                assertThat(listener.told).containsExactly("changed", "reset");

                change(restored);
                watch.tell();
                watch.tell();
                assertThat(listener.told).containsExactly("changed", "reset", "changed");
            }
        }
    }

    /** Whoever says that they left at the beginning of time makes nobody read all of the log (M7). */
    @Test
    void whoeverGoesOnFromLongAgoIsToldToReadEverythingAgain() {
        try (TestDatabase database = TestDatabase.startMigrated();
                EntityManagerFactory entities = connected(database)) {
            var log = new SlotLogRepository();
            log.entities = entities.createEntityManager();
            database.update("""
                    INSERT INTO slot_changes (provider_id, start_at, end_at)
                    SELECT gen_random_uuid(), now(), now() + interval '1 h' FROM generate_series(1, 1001) AS n
                    """);
            SlotLog.Position now = log.end();
            SlotLog all = log.since(0);
            assertThat(all.complete()).isFalse();
            assertThat(watch(log)
                            .begin(new Listener(), now.second() + "-0-" + now.log())
                            .reset())
                    .isTrue();
        }
    }

    private static EntityManagerFactory connected(TestDatabase database) {
        return SearchOutsideAServer.connected(database.url(), "miadi", TestDatabase.password());
    }

    private static SlotWatch watch(SlotLogRepository log) {
        var watch = new SlotWatch();
        watch.log = log;
        watch.clock = Clock.systemUTC();
        watch.keptMinutes = 60;
        watch.mostListeners = 1;
        watch.mostOfAccount = 1;
        return watch;
    }

    private static void change(TestDatabase database) {
        database.update(
                "INSERT INTO slot_changes (provider_id, start_at, end_at) VALUES (?, now(), now() + interval '1 h')",
                PROVIDER);
    }

    /** As a dump brings them; the younger PostgreSQL has yet to count as many transactions. */
    private static void bringRows(TestDatabase from, TestDatabase to) {
        List<String> rows = from.texts("SELECT concat_ws(',', cluster, xid) FROM slot_changes");
        assertThat(rows).hasSize(1);
        for (String row : rows) {
            String[] values = row.split(",");
            to.update(
                    "INSERT INTO slot_changes (cluster, xid, provider_id, start_at, end_at)"
                            + " VALUES (CAST(? AS bigint), CAST(CAST(? AS bigint) + 1000000 AS text)::xid8, ?, now(), now())",
                    values[0],
                    values[1],
                    PROVIDER);
        }
    }

    /** Who watches that one calendar. */
    private static final class Listener implements SlotListener {
        private final List<String> told = new ArrayList<>();

        @Override
        public UUID account() {
            return PROVIDER;
        }

        @Override
        public boolean watches(UUID providerId) {
            return providerId.equals(PROVIDER);
        }

        @Override
        public void changed(List<SlotChange> changes, String id) {
            told.add("changed");
        }

        @Override
        public void reset(String id) {
            told.add("reset");
        }

        @Override
        public void alive(String id) {
            // nothing to tell
        }

        @Override
        public boolean isOver(Instant now) {
            return false;
        }

        @Override
        public void end() {
            told.add("end");
        }
    }
}
