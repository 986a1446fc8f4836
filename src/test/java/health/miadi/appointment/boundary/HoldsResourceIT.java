package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-BOOK-10 over HTTP: what a hold blocks, for how long, and how it becomes an appointment (finding H7). */
class HoldsResourceIT {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Desk desk = new Desk(clinic);
    private final TestProvider provider = clinic.aProvider().workingMondays("09:00", "12:00");
    private final TestPatient patient = clinic.aPatient();
    private final TestPatient another = clinic.aPatient();
    private final Instant nine = provider.mondayAt("09:00");

    @Test
    void aHoldLastsFiveMinutesAndIsItsOwnersToRead() {
        Answer held = hold(patient, nine).expect(201);

        assertThat(Duration.between(Instant.parse(held.at("/createdAt")), Instant.parse(held.at("/expiresAt"))))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(held.at("/start")).isEqualTo(nine.toString());
        assertThat(held.at("/end")).isEqualTo(nine.plus(HALF_HOUR).toString());
        assertThat(held.at("/patientId")).isEqualTo(patient.id().toString());
        String path = path(held);
        assertThat(held.header("Location").orElseThrow()).endsWith("/api/v1" + path);
        Answer read = patient.api().get(path).expect(200);
        assertThat(read.json()).isEqualTo(held.json());
        assertThat(read.etag()).isEqualTo(held.etag());
        another.api().get(path).expectProblem(404, "not-found");
        clinic.admin().get(path).expectProblem(404, "not-found");
    }

    @Test
    void whoHoldsTimesSeesAllThatLastAndNobodyElseDoes() {
        Answer first = hold(patient, nine).expect(201);
        Answer second = hold(patient, nine.plus(HALF_HOUR)).expect(201);
        Answer expired = hold(patient, nine.plus(HALF_HOUR.multipliedBy(2))).expect(201);
        expire(expired);
        book(patient, first).expect(201);
        Answer third = hold(patient, nine.plus(HALF_HOUR.multipliedBy(3))).expect(201);

        Answer listed = patient.api().get("/holds").expect(200);
        assertThat(listed.json().at("/items")).containsExactly(second.json(), third.json());
        assertThat(listed.json().at("/next").isNull()).isTrue();
        Answer page = patient.api().get("/holds?limit=1").expect(200);
        assertThat(page.json().at("/items")).containsExactly(second.json());
        assertThat(patient.api()
                        .get("/holds?limit=1&cursor=" + page.at("/next"))
                        .expect(200)
                        .json()
                        .at("/items"))
                .containsExactly(third.json());
        assertThat(another.api().get("/holds").expect(200).json().at("/items")).isEmpty();
        assertThat(clinic.admin().get("/holds").expect(200).json().at("/items")).isEmpty();
    }

    @Test
    void itBlocksLikeAnAppointment() {
        hold(patient, nine).expect(201);

        assertThat(offered())
                .doesNotContain(nine.toString())
                .contains(nine.plus(HALF_HOUR).toString());
        Answer refused = Desk.book(another, provider, nine).expectProblem(409, "slot-taken");
        assertThat(Desk.nextStarts(refused)).startsWith(nine.plus(HALF_HOUR).toString());
        hold(another, nine.plus(Duration.ofMinutes(15))).expectProblem(409, "slot-taken");
        clinic.admin()
                .post("/appointments", Desk.anyway(Desk.wish(provider, nine, another)))
                .expectProblem(409, "slot-taken");
    }

    @Test
    void aTimeIsHeldOnlyWhereItCouldBeBooked() {
        Answer taken = Desk.book(another, provider, nine).expect(201);

        Answer refused = hold(patient, nine).expectProblem(409, "slot-taken");
        assertThat(Desk.nextStarts(refused)).startsWith(nine.plus(HALF_HOUR).toString());
        hold(patient, nine.plus(Duration.ofMinutes(7))).expectProblem(422, "slot-not-offered");
        hold(patient, nine.minus(Duration.ofDays(14))).expectProblem(422, "notice-too-short");
        hold(another, nine).expectProblem(409, "slot-taken");
        TestProvider elsewhere = clinic.aProvider().workingMondays("09:00", "12:00");
        another.api().post("/holds", Desk.wish(elsewhere, nine)).expectProblem(409, "patient-busy");
        assertThat(taken.at("/status")).isEqualTo("scheduled");
    }

    @Test
    void itsOwnerBooksItByNamingIt() {
        Answer held = hold(patient, nine).expect(201);

        Answer booked = book(patient, held).expect(201);

        assertThat(booked.at("/start")).isEqualTo(nine.toString());
        patient.api().get(path(held)).expectProblem(410, "hold-expired");
        book(patient, held).expectProblem(410, "hold-expired");
        assertThat(liveHolds()).isZero();
    }

    @Test
    void evenItsOwnerMustNameIt() {
        hold(patient, nine).expect(201);

        Desk.book(patient, provider, nine).expectProblem(409, "slot-taken");
    }

    @Test
    void anothersHoldIsAsIfItDidNotExist() {
        Answer held = hold(patient, nine).expect(201);

        assertThat(book(another, held).expectProblem(400, "validation").at("/errors/0/pointer"))
                .isEqualTo("/holdId");
        another.api().post("/appointments", wish(nine, UUID.randomUUID())).expectProblem(400, "validation");
        another.api().ifMatch(held.etag()).delete(path(held)).expectProblem(404, "not-found");
        patient.api().get(path(held)).expect(200);
    }

    @Test
    void anExpiredHoldBlocksNothingAlthoughNobodyHasSweptIt() {
        Answer held = hold(patient, nine).expect(201);
        expire(held);

        patient.api().get(path(held)).expectProblem(410, "hold-expired");
        book(patient, held).expectProblem(410, "hold-expired");
        assertThat(offered()).contains(nine.toString());
        Answer next = hold(another, nine).expect(201);
        expire(next);
        Desk.book(patient, provider, nine).expect(201);
        patient.api().ifMatch(held.etag()).delete(path(held)).expectProblem(410, "hold-expired");
    }

    @Test
    void aReleasedHoldGivesItsTimeFree() {
        Answer held = hold(patient, nine).expect(201);

        patient.api().wrongOnPurpose().delete(path(held)).expectProblem(428, "precondition-required");
        patient.api().ifMatch("\"0-9\"").delete(path(held)).expectProblem(412, "stale");
        patient.api().ifMatch(held.etag()).delete(path(held)).expect(204);

        patient.api().get(path(held)).expectProblem(404, "not-found");
        assertThat(offered()).contains(nine.toString());
    }

    @Test
    void aHoldIsBookedForWhatItWasMadeFor() {
        String type = desk.aType("durationMinutes", 45, "bufferAfterMinutes", 15);
        ObjectNode wish = Desk.wish(provider, nine).put("appointmentTypeId", type);
        Answer held = patient.api().post("/holds", wish).expect(201);
        TestProvider other = clinic.aProvider().workingMondays("09:00", "12:00");
        ObjectNode right = wish.deepCopy().put("holdId", held.at("/id"));

        mismatch(right.deepCopy().put("start", nine.plus(HALF_HOUR).toString()));
        mismatch(right.deepCopy().put("providerId", other.id().toString()));
        mismatch(right.deepCopy().put("appointmentTypeId", desk.aType("durationMinutes", 45)));
        mismatch(right.deepCopy().put("durationMinutes", 30));

        Answer booked = patient.api()
                .post("/appointments", wish(nine, UUID.fromString(held.at("/id"))))
                .expect(201);
        assertThat(booked.at("/appointmentTypeId")).isEqualTo(type);
        assertThat(booked.at("/end"))
                .isEqualTo(nine.plus(Duration.ofMinutes(45)).toString());
    }

    @Test
    void staffHoldForAPatientAndBookForThatPatient() {
        clinic.introduce(patient, provider);
        clinic.introduce(another, provider);
        Answer held = provider.api()
                .post("/holds", Desk.wish(provider, nine, patient))
                .expect(201);
        ObjectNode named = Desk.wish(provider, nine, patient).put("holdId", held.at("/id"));

        provider.api()
                .post("/appointments", Desk.wish(provider, nine, another).put("holdId", held.at("/id")))
                .expectProblem(422, "hold-mismatch");
        patient.api()
                .post("/appointments", wish(nine, UUID.fromString(held.at("/id"))))
                .expectProblem(400, "validation");
        provider.api().post("/appointments", named).expect(201);
    }

    @Test
    @DisplayName(
            "R-BOOK-10: what is held was in time when it was held, and its type's new conditions do not stop its booking")
    void whatIsHeldStaysBookable() {
        String type = desk.aType("durationMinutes", 30);
        Answer held = patient.api()
                .post("/holds", Desk.wish(provider, nine).put("appointmentTypeId", type))
                .expect(201);
        desk.change(
                type,
                "patientsMayBook",
                false,
                "durationMinutes",
                60,
                "slotIntervalMinutes",
                40,
                "minNoticeMinutes",
                43_200,
                "maxHorizonDays",
                1);

        Answer booked = book(patient, held).expect(201);

        assertThat(booked.at("/end")).isEqualTo(nine.plus(HALF_HOUR).toString());
    }

    @Test
    @DisplayName(
            "R-BOOK-1, R-AVAIL-6: what one holds is in one's own way elsewhere, and the refusal says that it is a hold")
    void aHoldIsInThePatientsOwnWayElsewhere() {
        TestProvider elsewhere = clinic.aProvider().workingMondays("09:00", "12:00");
        Answer held = hold(patient, nine).expect(201);

        for (String what : List.of("/appointments", "/holds")) {
            Answer refused = patient.api()
                    .post(what, Desk.wish(elsewhere, nine.plus(Duration.ofMinutes(15))))
                    .expectProblem(409, "patient-busy");
            assertThat(refused.at("/detail")).contains("held for the patient");
            assertThat(Desk.nextStarts(refused)).startsWith(nine.plus(HALF_HOUR).toString());
        }
        clinic.admin()
                .post("/appointments", Desk.anyway(Desk.wish(elsewhere, nine, patient)))
                .expectProblem(409, "patient-busy");
        assertThat(desk.offered(patient.api(), elsewhere, "")).doesNotContain(nine.toString());
        book(patient, held).expect(201);
    }

    @Test
    void aDailyLimitCountsWhatIsHeld() {
        String type = desk.aType("maxPerDay", 1);
        patient.api()
                .post("/holds", Desk.wish(provider, nine).put("appointmentTypeId", type))
                .expect(201);

        another.api()
                .post("/appointments", Desk.wish(provider, nine.plus(HALF_HOUR)).put("appointmentTypeId", type))
                .expectProblem(422, "daily-limit");
    }

    @Test
    void aFourthHoldIsRefusedUntilOneIsOver() {
        Answer first = hold(patient, nine).expect(201);
        hold(patient, nine.plus(HALF_HOUR)).expect(201);
        hold(patient, nine.plus(HALF_HOUR.multipliedBy(2))).expect(201);
        Instant fourth = nine.plus(HALF_HOUR.multipliedBy(3));

        Answer refused = hold(patient, fourth).expectProblem(422, "hold-limit");
        assertThat(refused.at("/rule")).isEqualTo("R-BOOK-10");
        expire(first);
        hold(patient, fourth).expect(201);
    }

    @Test
    void aRepeatedRequestGivesTheSameHold() {
        String key = Clinic.unique();
        Answer once = patient.api()
                .with("Idempotency-Key", key)
                .post("/holds", Desk.wish(provider, nine))
                .expect(201);

        Answer again = patient.api()
                .with("Idempotency-Key", key)
                .post("/holds", Desk.wish(provider, nine))
                .expect(201);

        assertThat(again.at("/id")).isEqualTo(once.at("/id"));
        assertThat(liveHolds()).isOne();
    }

    @Test
    void whatIsWrongIsNamed() {
        patient.api()
                .wrongOnPurpose()
                .post("/holds", Json.object("providerId", provider.id()))
                .expectProblem(400, "validation");
        patient.api()
                .post("/holds", Json.object("providerId", UUID.randomUUID(), "start", nine))
                .expectProblem(400, "validation");
        patient.api().post("/holds", Desk.wish(provider, nine, another)).expectProblem(403, "forbidden");
        clinic.admin().post("/holds", Desk.wish(provider, nine)).expectProblem(400, "validation");
        clinic.anonymous().post("/holds", Desk.wish(provider, nine)).expectProblem(401, "unauthenticated");
        patient.api().get("/holds/" + UUID.randomUUID()).expectProblem(404, "not-found");
    }

    private void mismatch(ObjectNode booking) {
        patient.api().post("/appointments", booking).expectProblem(422, "hold-mismatch");
    }

    private Answer hold(TestPatient by, Instant start) {
        return by.api().post("/holds", Desk.wish(provider, start));
    }

    private Answer book(TestPatient by, Answer held) {
        return by.api().post("/appointments", wish(Instant.parse(held.at("/start")), UUID.fromString(held.at("/id"))));
    }

    private ObjectNode wish(Instant start, UUID holdId) {
        return Desk.wish(provider, start).put("holdId", holdId.toString());
    }

    private static String path(Answer held) {
        return "/holds/" + held.at("/id");
    }

    private void expire(Answer held) {
        clinic.database().update("UPDATE holds SET expires_at = now() WHERE id = ?::uuid", held.at("/id"));
    }

    private long liveHolds() {
        return clinic.database()
                .number("SELECT count(*) FROM holds WHERE provider_id = ? AND ended_at IS NULL", provider.id());
    }

    private List<String> offered() {
        return patient.api()
                .get("/slots?providerId=" + provider.id() + "&from=" + nine + "&to=" + nine.plus(Duration.ofHours(3)))
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("start");
    }
}
