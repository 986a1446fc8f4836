package health.miadi.confidential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.authorisation.Attempt;
import health.miadi.authorisation.Attempts;
import health.miadi.authorisation.Scene;
import health.miadi.authorisation.Who;
import health.miadi.confidential.MarkedOperations.Marked;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.SuiteServer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R-REC-4, R-AUTH-8: whatever people send, in right requests and in all kinds of wrong ones, turns up in no refusal, in no log
 * of the server or of PostgreSQL, and in no metric. The operations are those of the OpenAPI document, so that one which is new
 * is tried without anybody thinking of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfidentialTrafficIT {

    /** They end the session of whoever tries them, or the patient whom the others try them on. */
    private static final Set<String> ENDING = Set.of("logout", "deletePatient");

    /** As a JSON object begins in Base64. */
    private static final String START_OF_A_TOKEN = "eyJ";

    private static final Marks MARKS = new Marks();
    private static final MarkedOperations OPERATIONS = new MarkedOperations(MARKS);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Scene common = new Scene(clinic);

    static List<Marked> operations() {
        return List.copyOf(OPERATIONS.all().values());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noRefusalOfARightRequestTellsWhatWasSent(Marked operation) {
        for (Who who : List.of(Who.PATIENT, Who.PROVIDER, Who.ADMIN, Who.NOBODY)) {
            Scene scene = ENDING.contains(operation.id()) ? new Scene(clinic) : common;
            Attempt attempt = Attempts.of(operation.id(), scene);
            JsonNode schema = operation.schema();
            if (attempt.body() instanceof ObjectNode body && schema != null) {
                ObjectNode marked = body.deepCopy();
                OPERATIONS.mark(marked, schema);
                Api api = elsewhere(scene.as(who));
                // twice: the second time it is a duplicate, if it can be one
                judge(sent(api, attempt, marked));
                judge(sent(api, attempt, marked));
                unmarkedWhereRefused(api, attempt, marked, body);
            } else {
                judge(sent(elsewhere(scene.as(who)), attempt, attempt.body()));
            }
        }
    }

    /** What cannot be marked is put back, so that the rest gets as far as a right request does. */
    private static void unmarkedWhereRefused(Api api, Attempt attempt, ObjectNode marked, ObjectNode right) {
        Answer refused = sent(api, attempt, marked);
        if (refused.status() == 400) {
            for (JsonNode error : refused.json().path("errors")) {
                String member = error.path("pointer").asText().replaceFirst("^/", "");
                if (right.has(member)) {
                    marked.set(member, right.get(member));
                } else {
                    marked.remove(member);
                }
            }
            judge(sent(api, attempt, marked));
            judge(sent(api, attempt, marked));
        }
    }

    private static Answer sent(Api api, Attempt attempt, @org.jspecify.annotations.Nullable Object body) {
        String tag = attempt.ifMatch();
        Api with = tag == null ? api : api.ifMatch(tag);
        return attempt.method().equals("PATCH")
                ? with.patch(attempt.path(), String.valueOf(body))
                : with.send(attempt.method(), attempt.path(), body);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noRefusalOfAWrongRequestTellsWhatWasSent(Marked operation) {
        Api admin = elsewhere(clinic.as(clinic.accounts().open("admin", null)));
        Api anybody = elsewhere(clinic.anonymous()).as(MARKS.plain()).with("Cookie", "session=" + MARKS.plain());
        String path = pathWith(operation, MARKS.id());
        JsonNode schema = operation.schema();
        if (schema != null) {
            JsonNode right = OPERATIONS.body(schema);
            String text = right.toString();
            List<String> bodies = List.of(
                    text,
                    OPERATIONS.ofWrongTypes(schema).toString(),
                    OPERATIONS.overLong(schema).toString(),
                    text.substring(0, text.length() - 1),
                    text.replaceFirst("\\{", "{\"unknown\": \"" + MARKS.plain() + "\", "),
                    "\"" + MARKS.plain() + "\"",
                    MARKS.plain());
            for (String body : bodies) {
                judge(admin.ifMatch("\"" + MARKS.plain() + "\"").send(operation.method(), path, body));
            }
            judge(admin.with("Content-Type", "text/" + MARKS.plain()).send(operation.method(), path, text));
            judge(anybody.send(operation.method(), path, text));
        }
        String query = operation.query().stream()
                .map(name -> name + "=" + MARKS.plain())
                .collect(Collectors.joining("&", "?", "&other=" + MARKS.plain()));
        for (String wrong : List.of(path + query, pathWith(operation, MARKS.plain()), path + "/" + MARKS.plain())) {
            judge(admin.send(operation.method(), wrong, null));
        }
        judge(admin.with("Idempotency-Key", MARKS.plain() + " \"")
                .with("If-None-Match", MARKS.plain())
                .with("Accept", "text/" + MARKS.plain())
                .send(operation.method(), path, null));
    }

    @AfterAll
    void noLogAndNoMetricTellsWhatWasSent() {
        assertThat(clinic.database().tablesWith(MARKS.plain()))
                .as("where right requests got to")
                .contains("persons", "users", "insurance", "appointments", "appointment_history");
        assertThat(clinic.database().logged()).contains("duplicate key value violates unique constraint");
        assertThat(MARKS.in(SuiteServer.get().logged())).as("the server's log").isEmpty();
        assertThat(MARKS.in(clinic.database().logged())).as("PostgreSQL's log").isEmpty();
        assertThat(SuiteServer.get().logged()).doesNotContain(START_OF_A_TOKEN);
        assertThat(clinic.database().logged()).doesNotContain(START_OF_A_TOKEN);
        for (String path : List.of("//metrics", "//health")) {
            assertThat(MARKS.in(elsewhere(clinic.anonymous()).get(path).text()))
                    .as(path)
                    .isEmpty();
        }
    }

    private static String pathWith(Marked operation, String part) {
        return operation.path().replaceFirst("^/api/v1", "").replaceAll("\\{\\w+}", part);
    }

    /** A place of its own for each, so that nobody's wrong passwords slow down the next (R-AUTH-6). */
    private static Api elsewhere(Api api) {
        return api.outsideTheContract().with("X-Forwarded-For", Clinic.newAddress());
    }

    /** The path alone is told again: it is where the problem was. */
    private static void judge(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isNotEqualTo(500);
        if (answer.status() >= 400 && answer.header("Content-Type").orElse("").contains("json")) {
            ObjectNode problem = answer.json().deepCopy();
            problem.remove("instance");
            assertThat(MARKS.in(problem.toString())).as("%s", answer).isEmpty();
        }
    }
}
