package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever asks after a node's health")
class DatabasePulseTest {
    private final AtomicBoolean there = new AtomicBoolean(true);
    private final AtomicBoolean silent = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final DatabasePulse pulse = new DatabasePulse(this::answer);

    @AfterEach
    void end() {
        over.countDown();
    }

    private boolean answer() {
        asked.incrementAndGet();
        if (silent.get()) {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
        return there.get();
    }

    @Test
    @DisplayName("hears what the database says now")
    void now() {
        assertThat(pulse.isThere()).isTrue();
        there.set(false);
        assertThat(pulse.isThere()).isFalse();
        there.set(true);
        assertThat(pulse.isThere()).isTrue();
    }

    @Test
    @DisplayName("waits for no database that is silent, and asks it once however often")
    void silent() {
        silent.set(true);
        long begun = System.nanoTime();
        assertThat(pulse.isThere()).isFalse();
        assertThat(pulse.isThere()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(900));
        assertThat(asked).hasValue(1);
    }

    @Test
    @DisplayName("takes one that is only slow for one that is there, for five seconds")
    void slow() {
        assertThat(pulse.isThere()).isTrue();
        silent.set(true);
        assertThat(pulse.isThere()).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> !pulse.isThere());
        assertThat(asked).hasValue(2);
    }

    @Test
    @DisplayName("hears that it is away where asking fails")
    void failing() {
        var broken = new DatabasePulse(() -> {
            throw new IllegalStateException("away");
        });
        assertThat(broken.isThere()).isFalse();
    }
}
