package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.arquillian.InContainer;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A timer's work is done once, however many nodes there are. */
@InContainer
class TimerTurnsIT {
    private static final Duration PERIOD = Duration.ofHours(1);

    @EJB
    TimerTurns turns;

    @Resource
    ManagedExecutorService executor;

    private final String timer = "test-" + UUID.randomUUID();

    @Test
    void ofManyNodesOneGetsTheTurn() throws Exception {
        Callable<Boolean> node = () -> turns.take(timer, PERIOD);
        int had = 0;
        for (Future<Boolean> each : executor.invokeAll(Collections.nCopies(8, node))) {
            had += each.get() ? 1 : 0;
        }
        assertThat(had).isEqualTo(1);
        assertThat(turns.take(timer, PERIOD)).isFalse();
    }

    @Test
    void theNextTurnComesWithTheNextPeriod() {
        assertThat(turns.take(timer, PERIOD)).isTrue();
        assertThat(turns.take(timer, Duration.ZERO)).isTrue();
        assertThat(turns.take("another-" + timer, PERIOD)).isTrue();
    }
}
