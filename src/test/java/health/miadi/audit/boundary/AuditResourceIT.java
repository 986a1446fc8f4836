package health.miadi.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SignedUp;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-REC-5: what the trail tells an admin of what was done and refused. */
class AuditResourceIT {
    private final Clinic clinic = Clinic.ofTheSuite();

    @Test
    void tellsWhoReadAFileAndFromWhereAndNothingOfTheFile() {
        TestPatient patient = clinic.aPatient();
        String admin = clinic.admin().get("/auth/me").at("/id");
        clinic.admin().with("X-Request-Id", "read-" + patient.id()).get("/patients/" + patient.id());

        JsonNode entry = newest("?entityId=" + patient.id());

        assertThat(entry.at("/action").asText()).isEqualTo("read");
        assertThat(entry.at("/entity").asText()).isEqualTo("patient");
        assertThat(entry.at("/outcome").asText()).isEqualTo("done");
        assertThat(entry.at("/actorId").asText()).isEqualTo(admin);
        assertThat(entry.at("/actorRole").asText()).isEqualTo("admin");
        assertThat(entry.at("/address").asText()).startsWith("2001:db8:");
        assertThat(entry.at("/requestId").asText()).isEqualTo("read-" + patient.id());
        assertThat(Instant.parse(entry.at("/at").asText())).isNotNull();
        assertThat(entry.toString()).doesNotContain("Ient").doesNotContain("1980");
    }

    @Test
    void saysNothingOfPatientsWhoReadTheirOwnFile() {
        TestPatient patient = clinic.aPatient();
        patient.api().get("/patients/" + patient.id()).expect(200);
        patient.api().get("/patients").expect(200);

        assertThat(actionsOn(patient.id())).containsExactly("created done");
    }

    @Test
    void tellsOfEveryPatientThatAListShowsAndOfNoOther() {
        TestPatient first = clinic.aPatient();
        TestPatient second = clinic.aPatient();
        TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
        for (TestPatient patient : List.of(first, second)) {
            String time = patient == first ? "09:00" : "10:00";
            patient.api()
                    .post("/appointments", Json.object("providerId", provider.id(), "start", provider.mondayAt(time)))
                    .expect(201);
        }

        Answer page = provider.api().get("/patients?limit=1").expect(200);

        assertThat(page.json().at("/items")).hasSize(1);
        assertThat(page.at("/next")).isNotEmpty();
        String shown = page.at("/items/0/id");
        assertThat(actionsOn(first.id())).hasSize(shown.equals(first.id().toString()) ? 2 : 1);
        assertThat(actionsOn(second.id())).hasSize(shown.equals(second.id().toString()) ? 2 : 1);
    }

    @Test
    void keepsTheReasonOfAnOverride() {
        TestPatient patient = clinic.aPatient();
        TestProvider provider = clinic.aProvider();
        Answer booked = clinic.admin()
                .post(
                        "/appointments",
                        Json.object(
                                "providerId",
                                provider.id(),
                                "patientId",
                                patient.id(),
                                "start",
                                provider.mondayAt("03:00"),
                                "override",
                                Json.object("reason", "R-BOOK-4 in the trail")))
                .expect(201);

        JsonNode entry = newest("?entityId=" + booked.at("/id"));

        assertThat(entry.at("/action").asText()).isEqualTo("booked");
        assertThat(entry.at("/reason").asText()).isEqualTo("R-BOOK-4 in the trail");
    }

    @Test
    void tellsOfEverythingThatBecomesOfAnAppointment() {
        TestPatient patient = clinic.aPatient();
        TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
        Answer booked = patient.api()
                .post("/appointments", Json.object("providerId", provider.id(), "start", provider.mondayAt("09:00")))
                .expect(201);
        String path = "/appointments/" + booked.at("/id");
        Answer moved = patient.api()
                .ifMatch(booked.etag())
                .post(path + "/reschedule", Json.object("start", provider.mondayAt("10:00")))
                .expect(200);
        Answer amended = patient.api()
                .ifMatch(moved.etag())
                .patch(path, Json.object("reason", "a cough"))
                .expect(200);
        provider.api().ifMatch(amended.etag()).post(path + "/cancel").expect(200);

        assertThat(actionsOn(booked.at("/id")))
                .containsExactly("cancelled done", "amended done", "rescheduled done", "booked done");
    }

    @Test
    void tellsOfWhatWasRefused() {
        TestPatient patient = clinic.aPatient();
        TestPatient stranger = clinic.aPatient();
        stranger.api().get("/patients/" + patient.id()).expect(404);
        stranger.api().ifMatch("\"x\"").delete("/patients/" + patient.id()).expect(404);
        clinic.anonymous().get("/patients/" + patient.id()).expect(401);

        assertThat(actionsOn(patient.id())).containsExactly("erased refused", "read refused", "created done");
    }

    @Test
    void tellsOfSignInsThatSucceedAndThatFailAndNeverWhatWasTyped() {
        SignedUp somebody = SignedUp.at(clinic);
        String user = somebody.registered().at("/user/id");
        String typed = "no-such-" + Clinic.unique();
        Api here = clinic.from(Clinic.newAddress());
        here.post("/auth/login", Json.object("username", somebody.email(), "password", "not the password"))
                .expect(401);
        here.post("/auth/login", Json.object("username", typed, "password", "not the password"))
                .expect(401);
        Answer login = somebody.login();
        clinic.as(login.at("/accessToken")).post("/auth/logout").expect(204);

        assertThat(actionsOn(user))
                .containsExactly(
                        "signed_out done", "signed_in done", "signed_in refused", "signed_in done", "created done");
        assertThat(newest("?entityId=" + user).at("/actorId").asText()).isEqualTo(user);
        assertThat(clinic.database()
                        .number("SELECT count(*) FROM audit_entries e WHERE e::text LIKE '%' || ? || '%'", typed))
                .isZero();
    }

    @Test
    void tellsOfWhoReadTheTrail() {
        String admin = clinic.admin().get("/auth/me").at("/id");
        clinic.admin().get("/audit?limit=1").expect(200);

        JsonNode entry = newest("?entity=audit&actorId=" + admin);

        assertThat(entry.at("/action").asText()).isEqualTo("read");
    }

    @Test
    void isReadPageByPageWhileItGrows() {
        TestPatient patient = clinic.aPatient();
        for (int i = 0; i < 4; i++) {
            clinic.admin().get("/patients/" + patient.id()).expect(200);
        }
        List<String> seen = new ArrayList<>();
        String list = "/audit?limit=2&entityId=" + patient.id();
        Answer page = clinic.admin().get(list).expect(200);
        while (true) {
            page.json().at("/items").forEach(entry -> seen.add(entry.at("/id").asText()));
            if (page.json().at("/next").isNull()) {
                break;
            }
            clinic.admin().get("/patients/" + patient.id()).expect(200);
            page = clinic.admin().get(list + "&cursor=" + page.at("/next")).expect(200);
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void isFilteredByTime() {
        TestPatient patient = clinic.aPatient();
        Instant created =
                Instant.parse(newest("?entityId=" + patient.id()).at("/at").asText());

        assertThat(list("?entityId=" + patient.id() + "&from=" + created + "&to=" + created.plusNanos(1_000)))
                .hasSize(1);
        assertThat(list("?entityId=" + patient.id() + "&from=" + created.plusNanos(1_000)))
                .isEmpty();
        assertThat(list("?entityId=" + patient.id() + "&to=" + created)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?entity=secrets",
                "?actorId=1",
                "?from=2026-01-01",
                "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "?limit=0",
                "?cursor=x",
                "/verify?position=1",
                "/verify?hash=00",
                "/verify?position=x&hash=0000000000000000000000000000000000000000000000000000000000000000",
                "/verify?position=0&hash=0000000000000000000000000000000000000000000000000000000000000000"
            })
    void refusesQuestionsThatMakeNoSense(String query) {
        clinic.admin().wrongOnPurpose().get("/audit" + query).expectProblem(400, "validation");
    }

    /** M14, R-AUTH-12: it reads all of the trail, whoever asks. */
    @Test
    void isVerifiedSoOftenAnHour() {
        clinic.admin().get("/audit/verify").expect(200);
        clinic.useUp("VERIFICATIONS", Duration.ofHours(1), "everybody");
        try {
            Answer refused = clinic.admin().get("/audit/verify").expectProblem(429, "rate-limited");
            assertThat(refused.header("Retry-After")).isPresent();
        } finally {
            clinic.allowAgain();
        }
        clinic.admin().get("/audit/verify").expect(200);
    }

    private List<String> actionsOn(Object thing) {
        return list("?entityId=" + thing).stream()
                .map(entry -> entry.at("/action").asText() + " "
                        + entry.at("/outcome").asText())
                .toList();
    }

    private JsonNode newest(String query) {
        return list(query).iterator().next();
    }

    private Collection<JsonNode> list(String query) {
        JsonNode items = clinic.admin().get("/audit" + query).expect(200).json().at("/items");
        // asking for one thing is itself an entry that names it
        return StreamSupport.stream(items.spliterator(), false)
                .filter(entry -> query.contains("entity=audit")
                        || !entry.at("/entity").asText().equals("audit"))
                .toList();
    }
}
