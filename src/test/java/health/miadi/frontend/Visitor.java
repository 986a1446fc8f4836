package health.miadi.frontend;

import health.miadi.testing.SuiteServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A browser as far as headers and bytes go: what comes is left as it was sent. */
final class Visitor {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Visitor() {}

    /** Asks for a path of the server, with these headers (name, value, …). */
    static HttpResponse<byte[]> ask(String method, String path, String... headers) {
        URI server = SuiteServer.get().address();
        var request = HttpRequest.newBuilder(URI.create(server.getScheme() + "://" + server.getRawAuthority() + path))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static HttpResponse<byte[]> get(String path, String... headers) {
        return ask("GET", path, headers);
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A header that must be there once. */
    static String header(HttpResponse<byte[]> answer, String name) {
        var values = answer.headers().allValues(name);
        if (values.size() != 1) {
            throw new AssertionError(answer + " has " + name + " " + values);
        }
        return values.get(0);
    }
}
