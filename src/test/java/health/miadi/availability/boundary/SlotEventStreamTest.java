package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.availability.control.SlotChange;
import health.miadi.availability.control.SlotWatch.Beginning;
import health.miadi.availability.entity.Interval;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R-AVAIL-8: a stream waits for nobody. */
class SlotEventStreamTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID PROVIDER = UUID.fromString("0198c1f2-6f1e-7c3a-9d44-5be0a3c1d2e4");
    private static final String EVENT = "id: 7-7\nevent: slots-changed\ndata: {\"providerId\":\"" + PROVIDER
            + "\",\"start\":\"2026-03-02T09:00:00Z\",\"end\":\"2026-03-02T10:00:00Z\"}\n\n";

    private final Connection connection = new Connection();
    private final AtomicInteger farewells = new AtomicInteger();
    private final AtomicBoolean sessionEnded = new AtomicBoolean();
    private final AtomicInteger completions = new AtomicInteger();
    private final SlotEventStream stream = stream();

    @Test
    void whatIsToldBeforeItBeginsComesAfterTheBeginning() {
        stream.changed(List.of(change()), "7-7");
        begin();

        assertThat(connection.written()).isEqualTo(": watching\nretry: 2000\nid: 1-1\n\n" + EVENT);
    }

    @Test
    void aClientThatReadsLateGetsEverythingInOrder() {
        begin();
        connection.full = true;
        stream.alive("2-2");
        stream.changed(List.of(change()), "7-7");
        connection.empty();

        assertThat(connection.written()).endsWith(": alive\nid: 2-2\n\n" + EVENT);
        assertThat(stream.isOver(NOW)).isFalse();
    }

    @Test
    void aClientThatDoesNotReadIsDropped() {
        begin();
        connection.full = true;
        for (int i = 0; i < 1_000; i++) {
            stream.changed(List.of(change()), "7-7");
        }

        assertThat(stream.isOver(NOW)).isTrue();
        assertThat(completions).hasValue(1);
        assertThat(farewells).hasValue(1);
    }

    @Test
    void aClientThatIsGoneIsForgotten() {
        begin();
        connection.broken = true;
        stream.alive("2-2");

        assertThat(stream.isOver(NOW)).isTrue();
        assertThat(farewells).hasValue(1);
    }

    @Test
    void aMissedChangeCarriesTheIdOnlyOnceAllHaveBeenTold() {
        stream.begin(new Beginning("7-7", false, List.of(change(), change())));
        connection.empty();

        assertThat(connection.written())
                .startsWith(": watching\nretry: 2000\n\nevent: ")
                .endsWith(EVENT);
        assertThat(connection.written().split("id: 7-7", -1)).hasSize(2);
    }

    @Test
    void itEndsWithItsTokenAndWithItsSession() {
        begin();
        assertThat(stream.isOver(NOW.plusSeconds(899))).isFalse();
        assertThat(stream.isOver(NOW.plusSeconds(900))).isTrue();
        sessionEnded.set(true);
        assertThat(stream.isOver(NOW)).isTrue();
    }

    private void begin() {
        stream.begin(new Beginning("1-1", false, List.of()));
        connection.empty();
    }

    private static SlotChange change() {
        return new SlotChange(PROVIDER, new Interval(NOW, NOW.plusSeconds(3_600)));
    }

    private SlotEventStream stream() {
        return new SlotEventStream(
                connection,
                completions::incrementAndGet,
                UUID.randomUUID(),
                Set.of(PROVIDER),
                NOW.plusSeconds(900),
                sessionEnded::get,
                over -> farewells.incrementAndGet());
    }

    /** A client's end: {@code full} when it does not read, {@code broken} when it is gone. */
    private static final class Connection extends ServletOutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private @Nullable WriteListener listener;
        private boolean full;
        private boolean broken;

        void empty() {
            full = false;
            try {
                WriteListener told = listener;
                if (told != null) {
                    told.onWritePossible();
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        String written() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isReady() {
            return !full;
        }

        @Override
        public void setWriteListener(WriteListener writeListener) {
            this.listener = writeListener;
        }

        @Override
        public void write(int one) throws IOException {
            if (broken) {
                throw new IOException("gone");
            }
            bytes.write(one);
        }
    }
}
