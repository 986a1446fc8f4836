package health.miadi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Proves that the suite's server answers. */
class SuiteServerIT {

    @Test
    void theServerAnswersOverHttp() throws Exception {
        var request = HttpRequest.newBuilder(SuiteServer.get().address().resolve("/api/v1/nowhere"))
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(404);
    }
}
