package health.miadi.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R-AUTH-8: every operation answers to every kind of caller as the table says, and a refusal leaves no trace. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorisationMatrixIT {

    /** All that a refusal may say. */
    private static final Set<String> OF_A_PROBLEM =
            Set.of("type", "title", "status", "detail", "instance", "rule", "errors");

    /** They end the session of whoever tries them, or the patient whom the others try them on. */
    private static final Set<String> ENDING = Set.of("logout", "deletePatient");

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Scene common = new Scene(clinic);
    private final Contents contents;
    private final AuthorisationTable table = AuthorisationTable.read();
    private Map<String, String> badTokens = Map.of();

    AuthorisationMatrixIT() throws SQLException {
        contents = new Contents(clinic.database());
    }

    @AfterAll
    void close() throws SQLException {
        contents.close();
    }

    @BeforeAll
    void forge() throws Exception {
        badTokens = new BadTokens(clinic).all();
    }

    static Stream<String> operations() {
        return Operations.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersToEveryCallerAsTheTableSays(String operation) throws SQLException {
        Map<Who, Integer> answered = new EnumMap<>(table.of(operation));
        Scene scene = common;
        Attempt attempt = null;
        for (Who who : Who.values()) {
            if (who != Who.BAD_TOKEN) {
                if (attempt == null) {
                    scene = ENDING.contains(operation) ? new Scene(clinic) : common;
                    attempt = Attempts.of(operation, scene);
                }
                Answer answer = tried(attempt, scene, who);
                answered.put(who, answer.status());
                // who is refused leaves all as it was, for the next one to try
                attempt = answer.status() >= 400 ? attempt : null;
            }
        }
        assertThat(AuthorisationTable.row(operation, answered))
                .isEqualTo(AuthorisationTable.row(operation, table.of(operation)));
    }

    private Answer tried(Attempt attempt, Scene scene, Who who) throws SQLException {
        List<String> before = contents.settled();
        Answer answer = attempt.by(scene.as(who));
        if (answer.status() >= 400) {
            assertThat(answer.json().fieldNames()).toIterable().isSubsetOf(OF_A_PROBLEM);
            assertThat(contents.now())
                    .as("the trace of %s by %s", answer, who.title())
                    .isEqualTo(before);
        }
        if (answer.status() == 401) {
            assertIsChallenge(answer, who.title());
        }
        return answer;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesBadCredentialsAlikeUnlessItDoesNotLookAtThem(String operation) throws SQLException {
        int expected = Objects.requireNonNull(table.of(operation).get(Who.BAD_TOKEN));
        Attempt attempt = Attempts.of(operation, common);
        List<String> before = contents.settled();
        badTokens.forEach((fault, token) -> {
            Attempt each = expected == 401 ? attempt : Attempts.of(operation, common);
            Answer answer = each.by(clinic.as(token));
            assertThat(answer.status())
                    .as("%s, %s: %s", operation, fault, answer)
                    .isEqualTo(expected);
            if (expected == 401) {
                assertIsChallenge(answer, fault);
            }
        });
        if (expected == 401) {
            assertThat(contents.now()).isEqualTo(before);
        }
    }

    private static void assertIsChallenge(Answer answer, String who) {
        answer.expectProblem(401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate").orElse("")).as(who).startsWith("Bearer");
    }
}
