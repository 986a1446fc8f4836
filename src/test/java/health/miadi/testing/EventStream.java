package health.miadi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client of {@code text/event-stream} (HTML standard, 9.2), as a browser reads it; the test closes it. */
public final class EventStream implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Event END = new Event("(end)", "", "");

    private final Stream<String> lines;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile String lastId = "";

    /**
     * What the server sent.
     *
     * @param id the last one when it came
     */
    public record Event(String name, String data, String id) {
        /** Its data. */
        public JsonNode json() {
            try {
                return JSON.readTree(data);
            } catch (JsonProcessingException e) {
                throw new AssertionError(data, e);
            }
        }
    }

    private EventStream(Stream<String> lines) {
        this.lines = lines;
    }

    /** Opens one, and returns when the server has said where it begins. */
    public static EventStream open(URI server, String path, String token, @Nullable String lastEventId) {
        try {
            var request = HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            HttpResponse<Stream<String>> answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            var stream = new EventStream(answer.body());
            Iterator<String> rest = answer.body().iterator();
            assertThat(rest.next()).isEqualTo(": watching");
            Thread reader = new Thread(() -> stream.read(rest), "event-stream");
            reader.setDaemon(true);
            reader.start();
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read(Iterator<String> rest) {
        String name = "message";
        String data = "";
        try {
            while (rest.hasNext()) {
                String line = rest.next();
                if (line.startsWith("id: ")) {
                    lastId = line.substring("id: ".length());
                } else if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data = line.substring("data: ".length());
                } else if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(name, data, lastId));
                    }
                    name = "message";
                    data = "";
                }
            }
        } catch (UncheckedIOException closed) {
            events.add(END);
            return;
        }
        events.add(END);
    }

    /**
     * The next event.
     *
     * @throws AssertionError if none comes within a minute, or the stream ends
     */
    public Event next() {
        Event event = poll();
        assertThat(event).as("the stream has ended").isNotSameAs(END);
        return event;
    }

    /**
     * Reads until the server ends the stream.
     *
     * @throws AssertionError if it does not within a minute after its last event
     */
    public void awaitEnd() {
        Event event = poll();
        while (event != END) {
            event = poll();
        }
    }

    private Event poll() {
        try {
            Event event = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no event came");
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a client sends as {@code Last-Event-ID} when it connects again. */
    public String lastId() {
        return lastId;
    }

    /** Whether nothing has come that was not taken. */
    public boolean isQuiet() {
        return events.isEmpty();
    }

    @Override
    public void close() {
        lines.close();
    }
}
