package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.shared.persistence.ReplicaGate.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A replica that failed")
class ReplicaGateTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Logger log = Logger.getLogger(ReplicaGate.class.getName());
    private final List<String> said = new ArrayList<>();
    private final ReplicaGate gate = new ReplicaGate();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord spoken) {
            said.add(spoken.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(ear);
    }

    @AfterEach
    void leave() {
        log.removeHandler(ear);
    }

    @Test
    @DisplayName("is tried again by one caller when the pause is over")
    void oneTries() {
        gate.failed(Fault.LATE, 0);
        assertThat(gate.admits(SECOND - 1)).isFalse();
        assertThat(gate.admits(SECOND)).isTrue();
        assertThat(gate.admits(SECOND)).isFalse();
        gate.served(SECOND + 5);
        assertThat(gate.admits(SECOND + 5)).isTrue();
        assertThat(gate.admits(SECOND + 5)).isTrue();
    }

    @Test
    @DisplayName("is left alone for longer when it is away")
    void away() {
        gate.failed(Fault.AWAY, 0);
        assertThat(gate.admits(9 * SECOND)).isFalse();
        assertThat(gate.admits(10 * SECOND)).isTrue();
    }

    @Test
    @DisplayName("is a line in the log, and no more than one in ten seconds however often it comes and goes")
    void oneLine() {
        for (int second = 0; second < 10; second++) {
            gate.failed(Fault.LATE, second * SECOND);
            gate.failed(Fault.LATE, second * SECOND);
            gate.served(second * SECOND + 1);
        }
        assertThat(said).containsExactly("The read replica is late: the primary serves all reads until it is back");
        gate.failed(Fault.AWAY, 12 * SECOND);
        gate.served(25 * SECOND);
        assertThat(said).hasSize(3).endsWith("The read replica serves again");
    }
}
