package health.miadi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.miadi.testing.contract.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The answer to a request of a test. */
public final class Answer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Exchange exchange;
    private final Duration took;

    Answer(Exchange exchange, Duration took) {
        this.exchange = exchange;
        this.took = took;
    }

    /** From the request until all of it was there; what a test's judgement costs is not in it. */
    public Duration took() {
        return took;
    }

    public int status() {
        return exchange.status();
    }

    /** The body as text, empty if there was none. */
    public String text() {
        return exchange.answerBody();
    }

    /**
     * The body as JSON.
     *
     * @throws AssertionError if it is none
     */
    public JsonNode json() {
        try {
            return JSON.readTree(text());
        } catch (JsonProcessingException e) {
            throw new AssertionError(exchange + " is no JSON: " + text(), e);
        }
    }

    /** The text at a JSON pointer of the body, empty if it is missing or null. */
    public String at(String pointer) {
        JsonNode node = json().at(pointer);
        return node.isNull() ? "" : node.asText();
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return exchange.answerHeaders().firstValue(name);
    }

    /** All values of a header, each as it was sent. */
    public List<String> headers(String name) {
        return exchange.answerHeaders().allValues(name);
    }

    /**
     * The entity tag.
     *
     * @throws AssertionError if the answer has none
     */
    public String etag() {
        return header("ETag").orElseThrow(() -> new AssertionError(exchange + " has no ETag"));
    }

    /** Demands a status and goes on. */
    public Answer expect(int status) {
        assertThat(exchange.status()).as("%s: %s", exchange, text()).isEqualTo(status);
        return this;
    }

    /** Demands a problem of that status and slug ({@code /problems/<slug>}) and goes on. */
    public Answer expectProblem(int status, String slug) {
        expect(status);
        assertThat(header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(at("/type")).as("%s: %s", exchange, text()).isEqualTo("/problems/" + slug);
        assertThat(at("/status")).isEqualTo(Integer.toString(status));
        return this;
    }

    @Override
    public String toString() {
        return exchange + " " + text();
    }
}
