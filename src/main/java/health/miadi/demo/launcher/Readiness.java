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
    /** Payara's, where it has none. */
    private static final String WITHOUT_APPLICATION = "No Application deployed";
    /** WildFly's, which is down where one was not deployed. */
    private static final String DEPLOYMENTS = "deployments-status";

    private final URI endpoint;

    Readiness(int port) {
        this.endpoint = URI.create("http://127.0.0.1:" + port + "/health/ready");
    }

    /** What the health endpoint says. */
    enum Answer {
        /** No answer, or that the application is not ready. */
        NOT_YET,
        /** The server has no application. */
        NO_APPLICATION,
        READY
    }

    Answer ask() {
        try {
            HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
            connection.setConnectTimeout(ANSWER_LIMIT_MILLIS);
            connection.setReadTimeout(ANSWER_LIMIT_MILLIS);
            boolean up = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            try (InputStream body = up ? connection.getInputStream() : connection.getErrorStream()) {
                return body == null
                        ? Answer.NOT_YET
                        : answer(up, new JsonMapper().readTree(body).path("checks"));
            }
        } catch (IOException noAnswer) {
            return Answer.NOT_YET;
        }
    }

    private static Answer answer(boolean up, JsonNode checks) {
        boolean empty = up && checks.isEmpty();
        boolean refused = false;
        for (JsonNode check : checks) {
            String name = check.path("name").asText();
            refused |= name.equals(WITHOUT_APPLICATION);
            refused |= name.equals(DEPLOYMENTS) && check.path("status").asText().equals("DOWN");
        }
        if (empty || refused) {
            return Answer.NO_APPLICATION;
        }
        return up ? Answer.READY : Answer.NOT_YET;
    }
}
