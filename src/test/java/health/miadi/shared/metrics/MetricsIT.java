package health.miadi.shared.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Login;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.server.ServerUnderTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an operator sees of a node: its metrics, to those who may, and of nobody's data (ADR 0042) (finding M11). */
class MetricsIT {
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(\\{[^}]*})? ([-+0-9.eEInfNa]+)");
    private static final String PATH = "//operator/metrics";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Api nobody = clinic.anonymous().outsideTheContract();
    private final Api operator = nobody.as(ServerUnderTest.METRICS_TOKEN);

    @Test
    void onlyTheTokenOpensThem() {
        nobody.get(PATH).expectProblem(401, "unauthenticated");
        // Payara's own are off
        assertThat(nobody.get("//metrics").status()).isBetween(403, 404);
        clinic.admin().outsideTheContract().get(PATH).expectProblem(401, "unauthenticated");
        Answer metrics = operator.get(PATH).expect(200);
        assertThat(metrics.header("Content-Type").orElse("")).startsWith("text/plain; version=0.0.4");
        assertThat(metrics.header("Cache-Control")).hasValue("no-store");
    }

    @Test
    void whatIsDoneAndRefusedIsCounted() {
        TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
        TestPatient patient = clinic.aPatient();
        Map<String, Double> before = samples();

        var wish = Json.object("providerId", provider.id(), "start", provider.mondayAt("09:00"));
        Answer booked = patient.api().post("/appointments", wish).expect(201);
        patient.api().post("/appointments", wish).expectProblem(409, "slot-taken");
        patient.api()
                .ifMatch(booked.etag())
                .post("/appointments/" + booked.at("/id") + "/cancel", Json.object())
                .expect(200);
        // answered by a completion stage
        Login login = clinic.accounts().login(patient.id());
        clinic.anonymous()
                .post("/auth/login", Json.object("username", login.username(), "password", login.password()))
                .expect(200);
        // refused before any filter, by the first of the filters behind this one, and by no operation
        clinic.as("no-token").wrongOnPurpose().get("/patients").expectProblem(401, "unauthenticated");
        nobody.send("PROPFIND", "/patients", null).expectProblem(405, "method-not-allowed");

        await().untilAsserted(() -> {
            Map<String, Double> now = samples();
            for (String grown : List.of(
                    "miadi_http_requests_total{method=\"POST\",operation=\"bookAppointment\",status=\"201\"}",
                    "miadi_http_requests_total{method=\"POST\",operation=\"bookAppointment\",status=\"409\"}",
                    "miadi_http_requests_total{method=\"GET\",operation=\"unmatched\",status=\"401\"}",
                    "miadi_http_requests_total{method=\"other\",operation=\"unmatched\",status=\"405\"}",
                    "miadi_http_requests_total{method=\"POST\",operation=\"login\",status=\"200\"}",
                    "miadi_http_request_duration_seconds_count{method=\"POST\",operation=\"bookAppointment\"}",
                    "miadi_actions_total{action=\"booked\",entity=\"appointment\"}",
                    "miadi_actions_total{action=\"cancelled\",entity=\"appointment\"}",
                    "miadi_refusals_total{rule=\"R-BOOK-1\",type=\"slot-taken\"}",
                    "miadi_database_pool_wait_seconds_count")) {
                assertThat(now.getOrDefault(grown, 0.0)).as(grown).isGreaterThan(before.getOrDefault(grown, 0.0));
            }
        });
    }

    @Test
    void everyReadingIsThereAndNothingOfAnybody() {
        TestPatient patient = clinic.aPatient();
        patient.api().get("/patients/" + patient.id()).expect(200);
        nobody.get("//Nobody-" + patient.id()).expect(404);
        Map<String, Double> now = samples();
        for (Reading reading : Reading.values()) {
            // an alert on a replica is none where there is no replica
            boolean isThere = !reading.name().startsWith("REPLICA_");
            assertThat(now.containsKey(reading.metric())).as(reading.metric()).isEqualTo(isThere);
        }
        assertThat(now.get("miadi_notifications_heard")).isEqualTo(1);
        assertThat(now.get("miadi_database_pool_limit")).isEqualTo(20);
        assertThat(now.get("miadi_audit_unsealed_seconds")).isLessThan(60);
        assertThat(now.keySet())
                .anyMatch(name -> name.startsWith("miadi_build_info{version=\""))
                .anyMatch(name -> name.startsWith("jvm_memory_used_bytes"))
                .anyMatch(name -> name.startsWith("jvm_gc_collection_seconds_count"))
                .contains("jvm_threads_current", "jvm_classes_currently_loaded");
        assertThat(String.join("\n", now.keySet()))
                .doesNotContain("Nobody-", patient.id().toString())
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}");
    }

    private Map<String, Double> samples() {
        Map<String, Double> samples = new TreeMap<>();
        operator.get(PATH)
                .expect(200)
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    var sample = SAMPLE.matcher(line);
                    assertThat(sample.matches()).as(line).isTrue();
                    samples.put(line.substring(0, line.lastIndexOf(' ')), Double.valueOf(sample.group(3)));
                });
        return samples;
    }

    /** Finding M11: whoever reaches the checks hears whether the node works, and nothing else. */
    @Test
    void theChecksOfHealthTellNoCause() {
        Answer health = Clinic.ofTheSuite().anonymous().outsideTheContract().get("//health/ready");
        assertThat(health.text()).doesNotContain("hears", "answers", "stopping");
    }
}
