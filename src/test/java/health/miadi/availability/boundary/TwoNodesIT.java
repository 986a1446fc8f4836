package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.EventStream;
import health.miadi.testing.Json;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.TraceReceiver;
import health.miadi.testing.server.ServerUnderTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R-AVAIL-8 across nodes: two servers on one database. */
class TwoNodesIT {

    private static final Map<String, String> LOGGING = Map.of(
            "MIADI_LOG_FORMAT", "json", "MIADI_LOG_SLOW_REQUEST_MILLIS", "1", "MIADI_LOG_SLOW_STATEMENT_MILLIS", "1");

    @Test
    void aListenerOnOneNodeSeesABookingMadeThroughAnotherAndGoesOnThere() {
        Clinic clinic = Clinic.ofTheSuite();
        TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
        TestPatient patient = clinic.aPatient();
        String token = clinic.accounts().open("admin", null);
        String path = "/slots/events?providerId=" + provider.id();
        Instant nine = provider.mondayAt("09:00");
        Instant ten = provider.mondayAt("10:00");

        try (TraceReceiver traces = TraceReceiver.start();
                ServerUnderTest second =
                        SuiteServer.get().successor("second-node", clinic.database(), environment(traces))) {
            String reached;
            try (EventStream events = EventStream.open(second.address(), path, token, null)) {
                book(patient, provider, nine);
                EventStream.Event told = events.next();
                assertThat(told.json().at("/start").asText()).isEqualTo(nine.toString());
                reached = told.id();
            }
            book(patient, provider, ten);
            logsInJson(second, token, patient.id());
            tracesWithoutPeople(traces, second, token, patient.id());
            try (EventStream events = EventStream.open(SuiteServer.get().address(), path, token, reached)) {
                EventStream.Event told = events.next();
                while (told.json().at("/start").asText().equals(nine.toString())) {
                    told = events.next();
                }
                assertThat(told.json().at("/start").asText()).isEqualTo(ten.toString());
            }
        }
    }

    /** ADR 0043: every line of ours is an object that names the request it belongs to, and nobody. */
    private static void logsInJson(ServerUnderTest node, String token, UUID patientId) {
        String id = Clinic.unique();
        String query = "/patients?search=Ient-" + patientId;
        Api.at(node.address()).as(token).with("X-Request-Id", id).get(query).expect(200);
        await().untilAsserted(() -> {
            List<JsonNode> lines = node.logged()
                    .lines()
                    .filter(line -> line.startsWith("{") && line.contains(id))
                    .map(TwoNodesIT::json)
                    .toList();
            assertThat(lines)
                    .allSatisfy(
                            line -> assertThat(line.at("/requestId").asText()).isEqualTo(id))
                    .anySatisfy(line -> {
                        assertThat(line.at("/message").asText()).isEqualTo("slow request");
                        assertThat(line.at("/level").asText()).isEqualTo("WARNING");
                        assertThat(line.at("/operation").asText()).isEqualTo("listPatients");
                        assertThat(line.at("/status").asInt()).isEqualTo(200);
                        assertThat(line.at("/account").asText()).hasSize(36);
                    });
            assertThat(lines.toString()).doesNotContain("Ient-", "search=");
        });
        // which of all that it has asked the database so far took a millisecond, nobody knows
        assertThat(node.logged()).contains("\"message\":\"slow statement: fingerprint=");
    }

    private static Map<String, String> environment(TraceReceiver traces) {
        Map<String, String> environment = new HashMap<>(LOGGING);
        environment.putAll(traces.environment());
        return environment;
    }

    /** ADR 0067: a span has a method and a route, and nobody; nothing else is sent. */
    private static void tracesWithoutPeople(TraceReceiver traces, ServerUnderTest node, String token, UUID patientId) {
        Api.at(node.address()).as(token).get("/patients/" + patientId).expect(200);
        Api.at(node.address()).as(token).get("/patients/" + UUID.randomUUID()).expect(404);
        Api.at(node.address())
                .outsideTheContract()
                .as(token)
                .get("/nowhere/Ient-" + patientId)
                .expect(404);
        await().untilAsserted(
                        () -> assertThat(traces.spans()).contains("GET /api/v1/patients", "GET /api/v1/patients/{id}"));
        assertThat(traces.everything()).doesNotContain("Ient-", "search", patientId.toString(), token, "127.0.0.1");
        assertThat(traces.others()).isEmpty();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException none) {
            throw new AssertionError("not JSON: " + line, none);
        }
    }

    private static void book(TestPatient patient, TestProvider provider, Instant start) {
        patient.api()
                .post("/appointments", Json.object("providerId", provider.id(), "start", start))
                .expect(201);
    }
}
