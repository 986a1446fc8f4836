package health.miadi.demo.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the server, through its health endpoint, whether the application takes requests. */
final class Readiness {
    private static final int ANSWER_LIMIT_MILLIS = 10_000;

    private final URI endpoint;

    Readiness(int port) {
        this.endpoint = URI.create("http://127.0.0.1:" + port + "/health/ready");
    }

    /** What the health endpoint says. */
    enum Answer {
        /** No answer yet, or that it is not ready yet. */
        NOT_YET,
        /** The server is up and no application has a say in it. */
        EMPTY,
        READY
    }

    Answer ask() {
        try {
            HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
            connection.setConnectTimeout(ANSWER_LIMIT_MILLIS);
            connection.setReadTimeout(ANSWER_LIMIT_MILLIS);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Answer.NOT_YET;
            }
            try (InputStream body = connection.getInputStream()) {
                JsonNode health = new JsonMapper().readTree(body);
                return health.path("checks").isEmpty() ? Answer.EMPTY : Answer.READY;
            }
        } catch (IOException noAnswer) {
            return Answer.NOT_YET;
        }
    }
}
