package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The front desk of a test's clinic: it books and changes appointments over HTTP, and asks the database what is left. */
final class Desk {

    private final Clinic clinic;

    Desk(Clinic clinic) {
        this.clinic = clinic;
    }

    /** A whole hour about that far from now, on every grid. */
    static Instant hoursFromNow(long hours) {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(hours));
    }

    /** A booking of half an hour, as a patient sends it. */
    static ObjectNode wish(TestProvider provider, Instant start) {
        return Json.object("providerId", provider.id(), "start", start);
    }

    /** The same for a patient, as staff send it. */
    static ObjectNode wish(TestProvider provider, Instant start, TestPatient patient) {
        return wish(provider, start).put("patientId", patient.id().toString());
    }

    /** The same with an override, as staff send it (R-BOOK-4). */
    static ObjectNode anyway(ObjectNode wish) {
        ObjectNode with = wish.deepCopy();
        with.set("override", Json.object("reason", "an emergency"));
        return with;
    }

    static Answer book(TestPatient patient, TestProvider provider, Instant start) {
        return patient.api().post("/appointments", wish(provider, start));
    }

    /** An appointment at any time, in the past too, by an admin who overrides what can be overridden. */
    Answer booked(TestPatient patient, TestProvider provider, Instant start) {
        return clinic.admin()
                .post("/appointments", anyway(wish(provider, start, patient)))
                .expect(201);
    }

    /** Does something to an appointment as it stood in {@code seen}. */
    static Answer act(Api api, Answer seen, String action) {
        return api.ifMatch(seen.etag()).post(path(seen) + "/" + action);
    }

    static Answer act(Api api, Answer seen, String action, ObjectNode body) {
        return api.ifMatch(seen.etag()).post(path(seen) + "/" + action, body);
    }

    static Answer patch(Api api, Answer seen, Object patch) {
        return api.ifMatch(seen.etag()).patch(path(seen), patch);
    }

    static String path(Answer appointment) {
        return "/appointments/" + appointment.at("/id");
    }

    /** What was done to it, the earliest first. */
    List<String> history(Answer appointment) {
        return clinic.admin()
                .get(path(appointment) + "/history")
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("change");
    }

    /** How many appointments the provider has, whatever became of them. */
    long countOf(TestProvider provider) {
        return clinic.database().number("SELECT count(*) FROM appointments WHERE provider_id = ?", provider.id());
    }

    /** A type with those conditions; what is not named is as usual. */
    String aType(Object... conditions) {
        ObjectNode type = Json.object("name", "Type " + Clinic.unique(), "durationMinutes", 30);
        type.setAll(Json.object(conditions));
        return clinic.admin().post("/appointment-types", type).expect(201).at("/id");
    }

    /** Changes those conditions of a type; the others become as usual. */
    void change(String type, Object... conditions) {
        String path = "/appointment-types/" + type;
        Answer seen = clinic.admin().get(path).expect(200);
        ObjectNode changed = Json.object("name", seen.at("/name"), "durationMinutes", 30);
        changed.setAll(Json.object(conditions));
        clinic.admin().ifMatch(seen.etag()).put(path, changed).expect(200);
    }

    /** The starts that a search of that provider's Monday lists, with more of the query in {@code filter}. */
    List<String> offered(Api by, TestProvider provider, String filter) {
        Instant from = provider.mondayAt("00:00");
        return by.get("/slots?limit=200&providerId=" + provider.id() + "&from=" + from + "&to="
                        + from.plus(Duration.ofDays(1)) + filter)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("start");
    }

    /** An insurance cover up to and including that day. */
    UUID aCover(TestPatient patient, LocalDate expiry) {
        UUID id = UUID.randomUUID();
        clinic.database()
                .update(
                        "INSERT INTO insurance (id, patient_id, insurer, policy_number, expiry_date, created_at,"
                                + " updated_at) VALUES (?, ?, 'Insurer', ?, ?, now(), now())",
                        id,
                        patient.id(),
                        id.toString(),
                        expiry);
        return id;
    }

    /** Demands that the answer tells which rule refuses and when else, and nothing more (R-BOOK-12). */
    static List<String> nextStarts(Answer refused) {
        assertThat(refused.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "instance", "rule", "nextStarts");
        return StreamSupport.stream(refused.json().at("/nextStarts").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
