package health.miadi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Clinic;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.server.BuildOutput;
import health.miadi.testing.server.ServerUnderTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a bearer token costs a request, in the server's processor time: at most 150 µs more than the same request
 * without one.
 *
 * <p>The request reads the configuration, which anybody may, under a spelling of its path at which tokens are looked at.
 */
class BearerCostBench {

    private static final String PATH = "/api/v1/config/";
    private static final int WARM_UP_TURNS = 8;
    private static final int TURNS = 12;
    private static final int REQUESTS_A_TURN = 1_500;
    private static final double MOST_MICROS = 150;

    private final ServerUnderTest server = SuiteServer.get();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Clinic clinic = Clinic.at(server);

    @Test
    void aBearerTokenCostsAtMost150Micros() throws Exception {
        String token = clinic.accounts().open("admin", null);
        Kind none = new Kind("no token", turn -> List.of());
        Kind known = new Kind("the same token again and again", turn -> List.of(token));
        Kind fresh = new Kind("a new token every time", turn -> newTokens());
        List<Kind> kinds = List.of(none, known, fresh);
        for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
            for (Kind kind : kinds) {
                kind.run(turn);
            }
        }
        String report = kinds.stream()
                .map(kind -> "%-32s %7.1f µs a request, %+7.1f µs%n"
                        .formatted(kind.name, kind.median(), kind.median() - none.median()))
                .reduce("", String::concat);
        Path file = BuildOutput.path("bench").resolve("bearer-cost.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        assertThat(known.median() - none.median()).as(report).isLessThan(MOST_MICROS);
    }

    private List<String> newTokens() {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < REQUESTS_A_TURN; i++) {
            tokens.add(clinic.accounts()
                    .token(claims -> claims.subject(UUID.randomUUID().toString())
                            .claim("upn", "somebody")
                            .claim("groups", List.of("admin"))));
        }
        return tokens;
    }

    /** One way to send the request; its figures are microseconds of processor time a request, one for each turn. */
    private final class Kind {
        private final String name;
        private final IntFunction<List<String>> tokens;
        private final double[] micros = new double[TURNS];

        Kind(String name, IntFunction<List<String>> tokens) {
            this.name = name;
            this.tokens = tokens;
        }

        void run(int turn) throws Exception {
            List<String> sent = tokens.apply(turn);
            long before = server.processorTime().toNanos();
            for (int i = 0; i < REQUESTS_A_TURN; i++) {
                ask(sent.isEmpty() ? null : sent.get(i % sent.size()));
            }
            long used = server.processorTime().toNanos() - before;
            if (turn >= 0) {
                micros[turn] = used / 1_000d / REQUESTS_A_TURN;
            }
        }

        double median() {
            double[] sorted = micros.clone();
            Arrays.sort(sorted);
            return (sorted[(TURNS - 1) / 2] + sorted[TURNS / 2]) / 2;
        }
    }

    private void ask(@Nullable String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(PATH));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        assertThat(http.send(request.build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }
}
