package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Clinic;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R-AVAIL-8: what many listeners cost the server. */
class ManyListenersIT {

    private static final int LISTENERS = 300;

    /** As many as one account has at a time. */
    private static final int OF_AN_ACCOUNT = 10;
    /** What the server's own pools may grow by meanwhile. */
    private static final long POOLS = 60;

    private static final int SECONDS_TO_ANSWER = 120;

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider();
    private final List<String> tokens = new ArrayList<>();

    @Test
    void hundredsOfIdleListenersNeedNoThreadEach() throws Exception {
        long before = SuiteServer.get().threads();
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < LISTENERS; i++) {
                if (i % OF_AN_ACCOUNT == 0) {
                    tokens.add(clinic.accounts().open("admin", null));
                }
                Socket socket = connect(tokens.get(i / OF_AN_ACCOUNT));
                sockets.add(socket);
                assertThat(firstComment(socket)).isEqualTo(": watching");
            }

            assertThat(SuiteServer.get().threads() - before).isLessThan(POOLS);
            change();
            for (Socket socket : sockets) {
                assertThat(firstEvent(socket)).contains(provider.id().toString());
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private Socket connect(String token) throws IOException {
        URI server = SuiteServer.get().address();
        Socket socket = new Socket();
        socket.setSoTimeout((int) Duration.ofSeconds(SECONDS_TO_ANSWER).toMillis());
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.getOutputStream()
                .write(("GET /api/v1" + path() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                + "\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String path() {
        return "/slots/events?providerId=" + provider.id();
    }

    private void change() {
        clinic.database()
                .update(
                        "INSERT INTO slot_changes (provider_id, start_at, end_at) VALUES (?, now(), now() + interval '1 h')",
                        provider.id());
    }

    private static String firstComment(Socket socket) throws IOException {
        return lineThatBegins(":", socket);
    }

    private static String firstEvent(Socket socket) throws IOException {
        return lineThatBegins("data: ", socket);
    }

    /** Reads byte by byte, so that nothing is taken that the next question is about. */
    private static String lineThatBegins(String beginning, Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int next = socket.getInputStream().read();
            assertThat(next).as("the stream ended").isNotNegative();
            if (next != '\n') {
                line.append((char) next);
            } else if (line.indexOf(beginning) == 0) {
                return line.toString();
            } else {
                line.setLength(0);
            }
        }
    }
}
