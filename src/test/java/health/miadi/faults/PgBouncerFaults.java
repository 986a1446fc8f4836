package health.miadi.faults;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.server.TestDatabase;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes whose transactions go through PgBouncer in transaction mode, and who listen at PostgreSQL itself (ADR 0035). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PgBouncerFaults {
    private static final int CLIENTS = 8;

    private final OwnPostgres postgres =
            OwnPostgres.make("pooled", Stage.freePorts(1).get(0));
    private @Nullable PgBouncer bouncer;
    private @Nullable Stage running;

    @BeforeAll
    void start() {
        postgres.start();
        TestDatabase database = TestDatabase.makeIn("127.0.0.1:" + postgres.port());
        PgBouncer before = PgBouncer.before(postgres.port());
        bouncer = before;
        running = Stage.of(
                "pooled",
                database,
                "jdbc:postgresql://127.0.0.1:" + before.port() + "/miadi",
                Map.of(
                        "MIADI_DB_POOLER",
                        "true",
                        "MIADI_DB_LISTEN_URL",
                        "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/miadi"),
                2);
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
        if (bouncer != null) {
            bouncer.close();
        }
        postgres.close();
    }

    private Stage stage() {
        return Objects.requireNonNull(running);
    }

    @Test
    @Order(1)
    void signOutOverNodes() {
        TwoNodesFaults.isHeardByBoth(stage());
    }

    @Test
    @Order(2)
    void pgBouncerKilled() throws Exception {
        PgBouncer between = Objects.requireNonNull(bouncer);
        stage().suffer("PgBouncer killed, and started again", CLIENTS, load -> {
            between.kill();
            load.refused(CLIENTS);
            between.start();
            load.returned();
        });
    }

    @Test
    @Order(3)
    void postgresRestartedBehindIt() throws Exception {
        Figures.Row row = stage().suffer("PostgreSQL restarted behind PgBouncer", CLIENTS, load -> {
            postgres.stop();
            postgres.start();
            load.returned();
        });
        assertThat(row.brokenOff()).isZero();
    }

    @Test
    @Order(4)
    void signOutAfterwards() {
        stage().awaitReady();
        TwoNodesFaults.isHeardByBoth(stage());
    }
}
