package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 | {"status":"UP","checks":[{"name":"database","status":"UP"}]}                    | READY
                    503 | {"status":"DOWN","checks":[{"name":"database","status":"DOWN"}]}                | NOT_YET
                    200 | {"status":"UP","checks":[]}                                                     | NO_APPLICATION
                    503 | {"status":"DOWN","checks":[{"name":"No Application deployed","status":"DOWN"}]} | NO_APPLICATION
                    503 | {"status":"DOWN","checks":[{"name":"answers","status":"DOWN"},{"name":"deployments-status","status":"UP"}]} | NOT_YET
                    503 | {"status":"DOWN","checks":[{"name":"boot-errors","status":"UP"},{"name":"deployments-status","status":"DOWN"}]} | NO_APPLICATION
                    404 | <html>no</html>                                                                 | NOT_YET
                    """)
    void theHealthEndpointTellsWhetherTheApplicationIsThere(int status, String body, Readiness.Answer answer)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/health/ready", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            assertThat(new Readiness(server.getAddress().getPort()).ask()).isEqualTo(answer);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobodyThereMeansNotYet() throws IOException {
        assertThat(new Readiness(LoopbackPort.free()).ask()).isEqualTo(Readiness.Answer.NOT_YET);
    }
}
