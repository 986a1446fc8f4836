package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunningPartsTest {
    private final RunningParts parts = new RunningParts();
    private final List<String> stopped = new ArrayList<>();

    @Test
    void theLastPartStartedIsTheFirstOneStopped() {
        parts.start(() -> part("database"));
        parts.start(() -> part("server"));

        parts.stopAll();

        assertThat(stopped).containsExactly("server", "database");
    }

    @Test
    void stoppingTwiceStopsEachPartOnce() {
        parts.start(() -> part("server"));

        parts.stopAll();
        parts.stopAll();

        assertThat(stopped).containsExactly("server");
    }

    @Test
    void nothingStartsAfterAStop() {
        parts.stopAll();

        assertThatThrownBy(() -> parts.start(() -> part("server"))).isInstanceOf(RunningParts.StoppingException.class);
        assertThat(parts.isStopping()).isTrue();
        assertThat(stopped).isEmpty();
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void aPartThatIsStartingWhenTheStopArrivesIsStoppedToo() throws InterruptedException {
        CountDownLatch starting = new CountDownLatch(1);
        Thread stop = new Thread(parts::stopAll);
        Thread start = new Thread(() -> parts.start(() -> {
            starting.countDown();
            stop.start();
            while (!parts.isStopping()) {
                Thread.onSpinWait();
            }
            return part("database");
        }));

        start.start();
        starting.await();
        start.join();
        stop.join();

        assertThat(stopped).containsExactly("database");
    }

    private RunningParts.Part part(String name) {
        return () -> stopped.add(name);
    }
}
