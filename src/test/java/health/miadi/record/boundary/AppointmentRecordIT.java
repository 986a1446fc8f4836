package health.miadi.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-REC-1, R-REC-2, R-REC-3: the record of an appointment")
class AppointmentRecordIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final Visits visits = new Visits(clinic);
    private final TestPatient patient = clinic.aPatient();
    private final TestProvider provider = clinic.aProviderAtNoon();
    private final TestProvider another = clinic.aProviderAtNoon();

    @Test
    @DisplayName("is written and amended by the attending provider, and the version before stays")
    void written() {
        Answer visit = visits.begun(patient, provider);
        ObjectNode all = Json.object(
                "diagnosis", "Otitis media", "treatment", "Rest", "prescriptions", "Amoxicillin", "notes", "Left\near");

        Answer first = provider.api().put(Visits.path(visit), all).expect(201);
        assertThat(first.header("Location").orElse("")).endsWith("/api/v1" + Visits.path(visit));
        assertThat(first.at("/appointmentId")).isEqualTo(visit.at("/id"));
        assertThat(first.at("/patientId")).isEqualTo(patient.id().toString());
        assertThat(first.at("/providerId")).isEqualTo(provider.id().toString());
        assertThat(first.at("/start")).isEqualTo(visit.at("/start"));
        assertThat(first.at("/version")).isEqualTo("1");

        Answer second = provider.api()
                .ifMatch(first.etag())
                .put(Visits.path(visit), Json.object("diagnosis", "Otitis externa"))
                .expect(200);
        assertThat(second.at("/version")).isEqualTo("2");
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(second.at("/notes")).isEmpty();

        for (Api reader : List.of(provider.api(), patient.api())) {
            assertThat(reader.get(Visits.path(visit)).expect(200).json()).isEqualTo(second.json());
            assertThat(reader.get(Visits.own(first)).expect(200).etag()).isEqualTo(second.etag());
            reader.with("If-None-Match", second.etag()).get(Visits.path(visit)).expect(304);
            Answer versions = reader.get(Visits.own(first) + "/versions").expect(200);
            assertThat(versions.json().at("/items").findValuesAsText("diagnosis"))
                    .containsExactly("Otitis media", "Otitis externa");
            assertThat(versions.at("/items/0/prescriptions")).isEqualTo("Amoxicillin");
            Answer page = reader.get(Visits.own(first) + "/versions?limit=1").expect(200);
            assertThat(reader.get(Visits.own(first) + "/versions?limit=1&cursor=" + page.at("/next"))
                            .expect(200)
                            .at("/items/0/version"))
                    .isEqualTo("2");
        }
    }

    @Test
    @DisplayName("takes 5,000 characters in each of its parts, however they are written, and no more")
    void lengths() {
        Answer visit = visits.begun(patient, provider);
        String longest = "ሕ".repeat(5_000);
        ObjectNode all =
                Json.object("diagnosis", longest, "treatment", longest, "prescriptions", longest, "notes", longest);
        String escaped = all.toString().replace("ሕ", "\\u1215");

        Answer record = provider.api().put(Visits.path(visit), escaped).expect(201);

        assertThat(patient.api().get(Visits.own(record)).expect(200).at("/notes"))
                .isEqualTo(longest);
        for (String part : List.of("diagnosis", "treatment", "prescriptions", "notes")) {
            ObjectNode tooLong = all.deepCopy().put(part, longest + "x");
            assertThat(provider.api()
                            .ifMatch(record.etag())
                            .wrongOnPurpose()
                            .put(Visits.path(visit), tooLong)
                            .expectProblem(400, "validation")
                            .at("/errors/0/pointer"))
                    .isEqualTo("/" + part);
        }
    }

    @ParameterizedTest
    @DisplayName("is refused without a diagnosis that says something")
    @ValueSource(
            strings = {
                "{}",
                "{\"diagnosis\":null}",
                "{\"diagnosis\":\"\"}",
                "{\"diagnosis\":\"   \"}",
                "{\"diagnosis\":\"\\n\\t\"}",
                "{\"diagnosis\":\"a\",\"notes\":\"  \"}",
                "{\"diagnosis\":\"a\\u0000b\"}",
                "{\"diagnosis\":\"a\",\"patientId\":\"0198c1f2-6f1e-7c3a-9d44-5be0a3c1d2e4\"}",
                "[]"
            })
    void badInput(String body) {
        Answer visit = visits.begun(patient, provider);

        provider.api().wrongOnPurpose().put(Visits.path(visit), body).expectProblem(400, "validation");
        provider.api().get(Visits.path(visit)).expectProblem(404, "not-found");
    }

    @Test
    @DisplayName("is not written before the visit begins, and of no visit that did not take place")
    void noVisit() {
        ObjectNode text = Json.object("diagnosis", "Otitis media");
        Instant tomorrow = inDays(1);
        Answer coming = visits.booked(patient, provider, tomorrow);
        Answer refused = provider.api().put(Visits.path(coming), text).expectProblem(409, "illegal-transition");
        assertThat(refused.at("/rule")).isEqualTo("R-REC-1");

        Answer cancelled = visits.begun(patient, provider);
        act(clinic.admin(), cancelled, "cancel").expect(200);
        provider.api().put(Visits.path(cancelled), text).expectProblem(409, "illegal-transition");

        Answer missed = visits.begun(patient, provider);
        act(clinic.admin(), missed, "no-show").expect(200);
        provider.api().put(Visits.path(missed), text).expectProblem(409, "illegal-transition");

        Answer completed = visits.begun(patient, provider);
        act(clinic.admin(), completed, "complete").expect(200);
        provider.api().put(Visits.path(completed), text).expect(201);
    }

    @Test
    @DisplayName("is amended from the version that was seen, or not at all")
    void preconditions() {
        Answer visit = visits.begun(patient, provider);
        ObjectNode text = Json.object("diagnosis", "Otitis media");
        Api api = provider.api();
        api.ifMatch("*").put(Visits.path(visit), text).expectProblem(412, "stale");
        Answer first = api.put(Visits.path(visit), text).expect(201);
        Answer second = api.ifMatch(first.etag()).put(Visits.path(visit), text).expect(200);

        api.put(Visits.path(visit), text).expectProblem(428, "precondition-required");
        api.ifMatch(first.etag()).put(Visits.path(visit), text).expectProblem(412, "stale");
        Visits.remove(api.wrongOnPurpose(), Visits.path(visit), null).expectProblem(428, "precondition-required");
        Visits.remove(api, Visits.path(visit), first.etag()).expectProblem(412, "stale");
        assertThat(api.get(Visits.path(visit)).etag()).isEqualTo(second.etag());
    }

    @Test
    @DisplayName("does not exist for anybody else, whatever they know of it")
    void strangers() {
        Answer record = visits.record(patient, provider, "Otitis media");
        String path = Visits.ofAppointment(record);
        List<String> all = List.of(path, Visits.own(record), Visits.own(record) + "/versions");
        ObjectNode text = Json.object("diagnosis", "Something else");

        // one who shares another appointment with the patient is a stranger to this one
        visits.record(patient, another, "Sprain");
        for (Api stranger : List.of(another.api(), clinic.aPatient().api())) {
            for (String each : all) {
                stranger.get(each).expectProblem(404, "not-found");
                stranger.with("If-None-Match", record.etag()).get(each).expectProblem(404, "not-found");
            }
        }
        for (String each : all) {
            clinic.admin().get(each).expectProblem(403, "forbidden");
            clinic.anonymous().get(each).expectProblem(401, "unauthenticated");
        }
        for (String etag : List.of("*", record.etag(), "\"stale\"")) {
            another.api().ifMatch(etag).put(path, text).expectProblem(404, "not-found");
            Visits.remove(another.api(), path, etag).expectProblem(404, "not-found");
            patient.api().ifMatch(etag).put(path, text).expectProblem(403, "forbidden");
            Visits.remove(patient.api(), path, etag).expectProblem(403, "forbidden");
            clinic.admin().ifMatch(etag).put(path, text).expectProblem(403, "forbidden");
        }
        another.api().put(path, text).expectProblem(404, "not-found");
        another.api()
                .put("/appointments/" + UUID.randomUUID() + "/record", text)
                .expectProblem(404, "not-found");
        assertThat(provider.api().get(path).expect(200).json()).isEqualTo(record.json());
    }

    @Test
    @DisplayName("is removed with a reason, by its author or an admin, hidden from everybody, and kept")
    void removed() {
        Answer record = visits.record(patient, provider, "Otitis media");
        String path = Visits.ofAppointment(record);
        Api author = provider.api().ifMatch(record.etag());
        for (String body : List.of("{}", "{\"reason\":\" \"}", "{\"reason\":\"" + "x".repeat(501) + "\"}")) {
            author.wrongOnPurpose().send("DELETE", path, body).expectProblem(400, "validation");
        }
        author.wrongOnPurpose().delete(path).expectProblem(400, "validation");

        Visits.remove(provider.api(), path, record.etag()).expect(204);

        for (Api reader : List.of(provider.api(), patient.api())) {
            reader.get(path).expectProblem(404, "not-found");
            reader.get(Visits.own(record)).expectProblem(404, "not-found");
            reader.get(Visits.own(record) + "/versions").expectProblem(404, "not-found");
            assertThat(reader.get("/records").expect(200).json().at("/items")).isEmpty();
            assertThat(reader.get("/records?diagnosis=otitis")
                            .expect(200)
                            .json()
                            .at("/items"))
                    .isEmpty();
        }
        Visits.remove(provider.api(), path, record.etag()).expectProblem(404, "not-found");
        Visits.remove(clinic.admin(), path, "*").expectProblem(404, "not-found");
        author.put(path, Json.object("diagnosis", "Otitis")).expectProblem(412, "stale");
        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM medical_records r JOIN medical_record_versions v ON v.record_id = r.id"
                                        + " WHERE r.id = ? AND removed_by_role = 'provider'"
                                        + " AND removal_reason = 'Written of the wrong patient'",
                                UUID.fromString(record.at("/id"))))
                .isEqualTo(1);

        Answer next =
                provider.api().put(path, Json.object("diagnosis", "Sprain")).expect(201);
        assertThat(next.at("/id")).isNotEqualTo(record.at("/id"));
        assertThat(next.at("/version")).isEqualTo("1");
        patient.api().get(Visits.own(record)).expectProblem(404, "not-found");
        Visits.remove(clinic.admin(), path, "*").expect(204);
        patient.api().get(path).expectProblem(404, "not-found");
    }

    @Test
    @DisplayName("keeps its visit where it was: the appointment can be completed, not moved, cancelled or missed")
    void visitStays() {
        Answer visit = visits.begun(patient, provider);
        Answer record = provider.api()
                .put(Visits.path(visit), Json.object("diagnosis", "Otitis media"))
                .expect(201);
        ObjectNode away = Json.object("start", inDays(2), "providerId", another.id());
        away.set("override", Json.object("reason", "a test"));
        Api admin = clinic.admin().ifMatch(visit.etag());
        String path = "/appointments/" + visit.at("/id");

        assertThat(admin.post(path + "/reschedule", away)
                        .expectProblem(409, "illegal-transition")
                        .at("/rule"))
                .isEqualTo("R-REC-2");
        admin.post(path + "/cancel").expectProblem(409, "illegal-transition");
        admin.post(path + "/no-show").expectProblem(409, "illegal-transition");
        assertThat(clinic.admin().get(path).expect(200).json()).isEqualTo(visit.json());

        Visits.remove(provider.api(), Visits.path(visit), record.etag()).expect(204);
        admin.post(path + "/reschedule", away).expect(200);
        another.api().get(Visits.path(visit)).expectProblem(404, "not-found");
        provider.api()
                .put(Visits.path(visit), Json.object("diagnosis", "Otitis media"))
                .expectProblem(404, "not-found");

        Answer other = visits.begun(patient, provider);
        provider.api()
                .put(Visits.path(other), Json.object("diagnosis", "Sprain"))
                .expect(201);
        act(provider.api(), other, "check-in").expect(200);
        Answer come = provider.api().get("/appointments/" + other.at("/id"));
        act(provider.api(), come, "complete").expect(200);
    }

    private static Instant inDays(int days) {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(days));
    }

    private static Answer act(Api api, Answer seen, String action) {
        return api.ifMatch(seen.etag()).post("/appointments/" + seen.at("/id") + "/" + action);
    }
}
