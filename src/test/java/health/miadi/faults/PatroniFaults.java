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

/**
 * A primary and a synchronous standby under Patroni: the machine of the primary dies under load, comes back, and takes over
 * again by hand (ADR 0061). Two nodes follow by the hosts in their URL, and nothing that was acknowledged is lost.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PatroniFaults {
    private static final int CLIENTS = 8;
    private static final int ENOUGH = 40;

    private @Nullable Patroni patroni;
    private @Nullable Stage running;

    @BeforeAll
    void start() {
        Patroni machines = Patroni.start();
        patroni = machines;
        running = Stage.of("patroni", TestDatabase.makeIn(machines.hosts()), machines.url(), Map.of(), 2);
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
        if (patroni != null) {
            patroni.close();
        }
    }

    private Stage stage() {
        return Objects.requireNonNull(running);
    }

    private Patroni machines() {
        return Objects.requireNonNull(patroni);
    }

    @Test
    @Order(1)
    void switchOverByHand() throws Exception {
        Figures.Row row = stage().suffer("Patroni: switch-over by hand", CLIENTS, load -> {
            int from = machines().primary();
            machines().switchOver(from, 1 - from);
        });
        assertThat(row.brokenOff()).isZero();
    }

    @Test
    @Order(2)
    void primaryDies() throws Exception {
        stage().suffer("Patroni: the machine of the primary dies", CLIENTS, load -> {
            int dead = machines().primary();
            machines().kill(dead);
            load.refused(CLIENTS);
            machines().awaitPrimary(1 - dead);
            load.returned();
            load.booked(ENOUGH);
            machines().start(dead);
        });
    }

    @Test
    @Order(3)
    void backToTheFirst() throws Exception {
        stage().suffer("Patroni: switch-over to the machine that came back", CLIENTS, load -> {
            int from = machines().primary();
            machines().switchOver(from, 1 - from);
        });
    }
}
