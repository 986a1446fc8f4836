package health.miadi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import health.miadi.testing.contract.Exchange;
import health.miadi.testing.contract.OpenApiContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client of the API under test, as one caller; every exchange is held against the OpenAPI document.
 *
 * <p>Immutable: {@code as}, {@code with} and the others answer a client that differs in that one thing. A body is a
 * {@link JsonNode}, or a string, which is sent as it is. A path is below {@code /api/v1}, or from the root if it begins
 * with two slashes.
 */
public final class Api {

    /** What every path of {@code api.md} begins with. */
    private static final String BASE = "/api/v1";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

    private enum Judgement {
        REQUEST_AND_ANSWER,
        ANSWER,
        NONE
    }

    private static final class Contract {
        static final OpenApiContract OF_THIS_BUILD = OpenApiContract.ofThisBuild();
    }

    private final URI server;
    private final Map<String, String> headers;
    private final Judgement judgement;

    private Api(URI server, Map<String, String> headers, Judgement judgement) {
        this.server = server;
        this.headers = headers;
        this.judgement = judgement;
    }

    /** A caller without credentials, at the suite's server. */
    public static Api anonymous() {
        return at(SuiteServer.get().address());
    }

    /** A caller without credentials, at a server of the test's own. */
    public static Api at(URI server) {
        return new Api(server, Map.of(), Judgement.REQUEST_AND_ANSWER);
    }

    /** The same with an access token. */
    public Api as(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    /** The same with one more request header. */
    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(server, Map.copyOf(more), judgement);
    }

    /** The same with {@code If-Match}. */
    public Api ifMatch(String etag) {
        return with("If-Match", etag);
    }

    /** The same for requests that break the document on purpose: only their answers are judged. */
    public Api wrongOnPurpose() {
        return new Api(server, headers, Judgement.ANSWER);
    }

    /** The same for what no operation describes: unknown paths, wrong methods, pages outside the API. */
    public Api outsideTheContract() {
        return new Api(server, headers, Judgement.NONE);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return with("Content-Type", "application/merge-patch+json").send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /**
     * Sends any request.
     *
     * @throws AssertionError if the exchange departs from the OpenAPI document
     */
    public Answer send(String method, String path, @Nullable Object body) {
        String text = body == null ? null : body.toString();
        HttpRequest request = request(method, path, text);
        long begun = System.nanoTime();
        HttpResponse<byte[]> response = exchange(request);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var exchange = new Exchange(
                method,
                request.uri(),
                request.headers(),
                text,
                response.statusCode(),
                response.headers(),
                new String(response.body(), StandardCharsets.UTF_8));
        if (judgement != Judgement.NONE) {
            Contract.OF_THIS_BUILD.check(exchange, judgement == Judgement.REQUEST_AND_ANSWER);
        }
        return new Answer(exchange, took);
    }

    private HttpRequest request(String method, String path, @Nullable String body) {
        URI uri = server.resolve(path.startsWith("//") ? path.substring(1) : BASE + path);
        var builder = HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT);
        if (body != null && !headers.containsKey("Content-Type")) {
            builder.header("Content-Type", "application/json");
        }
        headers.forEach(builder::header);
        return builder.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    /** All of it, but for a stream of events, which never ends: there the head of the answer is what counts. */
    private static BodySubscriber<byte[]> bodyOf(ResponseInfo head) {
        boolean endless = head.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        return endless ? new HungUp() : BodySubscribers.ofByteArray();
    }

    /** Reads nothing and hangs up. */
    private static final class HungUp implements BodySubscriber<byte[]> {
        @Override
        public CompletionStage<byte[]> getBody() {
            return CompletableFuture.completedFuture(new byte[0]);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> unread) {}

        @Override
        public void onError(Throwable hungUp) {}

        @Override
        public void onComplete() {}
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, Api::bodyOf);
        } catch (IOException e) {
            throw new UncheckedIOException(request + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
