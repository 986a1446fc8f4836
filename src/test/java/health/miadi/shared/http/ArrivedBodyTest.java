package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** R-AUTH-12: a body is waited for as long as it may take, and no further than anybody takes. */
class ArrivedBodyTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Property(tries = 200)
    void allOfItOrWhatAnybodyTakesIsRead(
            @ForAll @IntRange(max = 40_000) int length, @ForAll @IntRange(min = 1, max = 40_000) int most)
            throws IOException {
        InputStream arriving = new ByteArrayInputStream(new byte[length]);
        ArrivedBody body = ArrivedBody.read(arriving, most, LONGEST, () -> 0);
        assertThat(body.length()).isEqualTo(Math.min(length, most));
    }

    @Test
    void aByteNowAndThenIsNotWaitedForLongerThanThat() {
        AtomicLong nanos = new AtomicLong();
        assertThatThrownBy(() -> ArrivedBody.read(new Dripping(nanos), 1_000, LONGEST, nanos::get))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(nanos.get()).isLessThanOrEqualTo(Duration.ofSeconds(27).toNanos());
    }

    /** A byte each nine seconds: never so late that a server's time limit for one read would end it. */
    private static final class Dripping extends InputStream {
        private final AtomicLong nanos;

        Dripping(AtomicLong nanos) {
            this.nanos = nanos;
        }

        @Override
        public int read() {
            return '{';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            nanos.addAndGet(Duration.ofSeconds(9).toNanos());
            buffer[offset] = '{';
            return 1;
        }
    }
}
