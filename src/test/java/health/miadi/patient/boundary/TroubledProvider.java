package health.miadi.patient.boundary;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenID provider that answers what it is told to, right or wrong. */
final class TroubledProvider implements AutoCloseable {
    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String TOKEN = "/token";
    static final String CLIENT_ID = "miadi-in-trouble";

    private record Planned(int status, String body) {}

    private final Map<String, Planned> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    TroubledProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Planned planned = answers.getOrDefault(exchange.getRequestURI().getPath(), new Planned(404, "{}"));
        byte[] body = planned.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(planned.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Map<String, String> environment() {
        return Map.of(
                "GOOGLE_CLIENT_ID",
                CLIENT_ID,
                "GOOGLE_CLIENT_SECRET",
                "known-to-both-and-to-nobody-else",
                "MIADI_OPENID_PROVIDER_URI",
                issuer());
    }

    /** Answers a path so from now on. */
    void answer(String path, int status, String body) {
        answers.put(path, new Planned(status, body));
    }

    /** Tells rightly where everything is. */
    void recover() {
        answer(DISCOVERY, 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/jwks", "userinfo_endpoint": "%1$s/userinfo", "response_types_supported": ["code"],
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
