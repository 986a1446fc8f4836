package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.RawConnection;
import health.miadi.testing.SignedUp;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.server.ServerUnderTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R-AUTH-14: what could be taken for two requests by one server and for one by another is answered once at most, and never followed (finding M16). */
class SmuggledRequestsIT {
    private static final String NEXT = "GET /problems/stale HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Transfer-Encoding: chunked; Content-Length: 5     | 0;;
                    Content-Length: 2; Content-Length: 5              | {}
                    Content-Length: 2; Content-Length: 2              | {}
                    Content-Length: 2, 2                              | {}
                    Content-Length: +2                                | {}
                    Content-Length: -2                                | {}
                    Content-Length: 0x2                               | {}
                    Content-Length : 2                                | {}
                    Transfer-Encoding : chunked                       | 0;;
                    Transfer-Encoding: xchunked                       | 0;;
                    Transfer-Encoding: chunked, identity              | 0;;
                    Transfer-Encoding: identity                       | 0;;
                    Transfer-Encoding: chunked; Transfer-Encoding: chunked | 0;;
                    Transfer-Encoding: chunked; Transfer-Encoding: identity | 0;;
                    Transfer_Encoding: chunked; Content-Length: +5    | 0;;
                    Host: localhost; Content-Length: 2                | {}
                    Host: clinic.example; Content-Length: 2           | {}
                    """)
    void isRefusedOnceAndItsConnectionClosed(String headers, String body) throws Exception {
        String request = request(headers, body);
        try (var connection = new RawConnection(request + NEXT)) {
            assertThat(RawConnection.statuses(connection.untilItCloses()))
                    .as(headers)
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(status -> status == 400 || status == 501);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Content-Length: 2          | {}
                    Content-Length: 0          | ''
                    """)
    void whatIsFramedWellIsFollowed(String headers, String body) throws Exception {
        String request = request(headers, body);
        try (var connection = new RawConnection(request + NEXT)) {
            assertThat(RawConnection.statuses(connection.untilItCloses())).containsExactly(404, 200);
        }
    }

    /** A length before an encoding is dropped by Payara, so that nobody sees it any more. */
    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "Content-Length: 5; Transfer-Encoding: chunked"})
    void whatComesInPiecesIsTheLastOfItsConnection(String headers) throws Exception {
        try (var connection = new RawConnection(request(headers, "0;;") + NEXT)) {
            assertThat(RawConnection.statuses(connection.untilItCloses())).hasSize(1);
        }
    }

    /** Payara closes the connection, and carried out first what had arrived on it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Content-Length: 2; Content-Length: 2   | {}
                    Transfer-Encoding: xchunked            | 0;;
                    Transfer-Encoding: chunked             | 0;;
                    """)
    void whatCameBehindTheLastRequestIsNotCarriedOut(String headers, String body) throws Exception {
        String followed = "followed-" + UUID.randomUUID() + "@example.org";
        String lost = "lost-" + UUID.randomUUID() + "@example.org";
        try (var connection = new RawConnection(request("Content-Length: 2", "{}") + registration(followed))) {
            assertThat(RawConnection.statuses(connection.untilItCloses()))
                    .as("it is carried out behind a request that is framed well")
                    .containsExactly(404, 201);
        }

        try (var connection = new RawConnection(request(headers, body) + registration(lost))) {
            connection.untilItCloses();
        }

        Api.anonymous()
                .post("/auth/login", Json.object("username", lost, "password", SignedUp.PASSWORD))
                .expect(401);
    }

    /**
     * Through a proxy that passes the header on it would be a tunnel, past all that the proxy refuses and says of its client: WildFly makes none, and from one of
     * Payara's nothing is believed of its client (ForwardingTest).
     */
    @Test
    void aTunnelSaysNothingOfItsClient() throws Exception {
        String name = "tunnel-" + Clinic.unique();
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(SuiteServer.get().address().resolve("/api/v1/auth/login"))
                                .header("Content-Type", "application/json")
                                .header("X-Forwarded-For", "203.0.113.9")
                                .POST(BodyPublishers.ofString(
                                        Json.object("username", name, "password", SignedUp.PASSWORD)
                                                .toString()))
                                .build(),
                        BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        boolean tunnel = answer.version() == HttpClient.Version.HTTP_2;
        assertThat(tunnel).isEqualTo(ServerUnderTest.isPayara());
        assertThat(Clinic.ofTheSuite()
                        .database()
                        .texts(
                                "SELECT address FROM audit_entries WHERE request_id = ?",
                                answer.headers().firstValue("X-Request-Id").orElseThrow()))
                .containsExactly(tunnel ? "127.0.0.1" : "203.0.113.9");
    }

    private static String registration(String email) {
        String body = SignedUp.registration(email).toString();
        return "POST /api/v1/auth/register HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    /** To nowhere: after any other answer of 400 than the one in question Payara closes a connection by itself. */
    private static String request(String headers, String body) {
        return "POST /api/v1/nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + lines(headers)
                + "\r\n\r\n" + lines(body);
    }

    private static String lines(String text) {
        return text.replaceAll("; *", "\r\n");
    }
}
