package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.EventStream;
import health.miadi.testing.Json;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R-AVAIL-8: whoever watches a calendar is told what changed, whoever changed it, and nothing else. */
class SlotEventsIT {

    private static final Duration SLOT = Duration.ofMinutes(30);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
    private final TestPatient patient = clinic.aPatient();
    private final Instant nine = provider.mondayAt("09:00");
    private final String token = clinic.accounts().open("admin", null);
    private @Nullable EventStream stream;

    @AfterEach
    void hangUp() {
        EventStream opened = stream;
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void aBookingItsMoveAndItsEndAreTold() {
        EventStream events = watch(null);
        Answer booked = book(nine).expect(201);
        assertThat(booked(events).json()).isEqualTo(slot(nine));

        Answer moved = patient.api()
                .ifMatch(booked.etag())
                .post("/appointments/" + booked.at("/id") + "/reschedule", Json.object("start", nine.plus(SLOT)))
                .expect(200);
        assertThat(booked(events).json()).isEqualTo(slot(nine));
        assertThat(booked(events).json()).isEqualTo(slot(nine.plus(SLOT)));

        Answer amended = clinic.admin()
                .ifMatch(moved.etag())
                .patch("/appointments/" + booked.at("/id"), Json.object("reason", "a cough"))
                .expect(200);
        clinic.admin()
                .ifMatch(amended.etag())
                .post("/appointments/" + booked.at("/id") + "/cancel")
                .expect(200);
        assertThat(booked(events).json()).isEqualTo(slot(nine.plus(SLOT)));
        assertThat(events.isQuiet()).isTrue();
    }

    @Test
    void aHoldIsToldWhenItBeginsIsReleasedAndExpires() {
        EventStream events = watch(null);
        Answer released = hold(nine);
        assertThat(booked(events).json()).isEqualTo(slot(nine));
        patient.api()
                .ifMatch(released.etag())
                .delete("/holds/" + released.at("/id"))
                .expect(204);
        assertThat(booked(events).json()).isEqualTo(slot(nine));

        Answer forgotten = hold(nine.plus(SLOT));
        assertThat(booked(events).json()).isEqualTo(slot(nine.plus(SLOT)));
        clinic.database()
                .update("UPDATE holds SET expires_at = now() WHERE id = ?", UUID.fromString(forgotten.at("/id")));
        assertThat(booked(events).json()).isEqualTo(slot(nine.plus(SLOT)));
    }

    @Test
    void changedWorkingHoursAreTold() {
        EventStream events = watch(null);
        provider.api()
                .post(
                        "/providers/" + provider.id() + "/exceptions",
                        Json.object("kind", "absent", "startDate", provider.monday(), "endDate", provider.monday()))
                .expect(201);
        assertCovers(events.next(), nine);
        provider.workingMondays("18:00", "19:00");
        assertCovers(events.next(), provider.mondayAt("18:00"));

        clinic.database().update("UPDATE providers SET active = false WHERE id = ?", provider.id());
        assertCovers(events.next(), nine);
    }

    @Test
    void whatAnotherProgramWritesIsToldAndOtherCalendarsAreNot() {
        TestProvider other = clinic.aProvider().workingMondays("09:00", "17:00");
        EventStream events = watch(null);
        insert(other, nine);
        insert(provider, nine);

        EventStream.Event told = booked(events);
        assertThat(told.name()).isEqualTo("slots-changed");
        assertThat(told.json()).isEqualTo(slot(nine));
    }

    @Test
    void whoConnectsAgainMissesNothing() {
        EventStream before = watch(null);
        book(nine).expect(201);
        String reached = booked(before).id();
        before.close();
        book(nine.plus(SLOT)).expect(201);
        book(nine.plus(SLOT.multipliedBy(2))).expect(201);

        EventStream again = watch(reached);

        EventStream.Event first = booked(again);
        while (first.json().equals(slot(nine))) {
            first = booked(again); // what was told before may be told again
        }
        assertThat(first.json()).isEqualTo(slot(nine.plus(SLOT)));
        assertThat(booked(again).json()).isEqualTo(slot(nine.plus(SLOT.multipliedBy(2))));
    }

    @Test
    void anIdThatTheLogDoesNotReachBackToBeginsWithAReset() {
        Instant next = nine;
        for (String id : List.of("1-1-a", "nonsense", "99999999999-999999999999-a")) {
            EventStream events = watch(id);
            assertThat(events.next().name()).isEqualTo("reset");
            book(next).expect(201);
            assertThat(booked(events).json()).isEqualTo(slot(next));
            events.close();
            next = next.plus(SLOT);
        }
    }

    @Test
    void whatCameWithTheDumpOfAnotherPostgresIsNotTold() {
        insertOfAnotherCluster("900000000000", 250);
        insertOfAnotherCluster("3", 1);
        EventStream events = watch(null);

        for (int i = 0; i < 3; i++) {
            Instant start = nine.plus(SLOT.multipliedBy(i));
            book(start).expect(201);
            assertThat(booked(events).json()).isEqualTo(slot(start));
        }
        assertThat(events.isQuiet()).isTrue();
    }

    @Test
    void anIdOfAnotherLogBeginsWithOneReset() {
        EventStream before = watch(null);
        book(nine).expect(201);
        String id = booked(before).id();
        String log = id.substring(id.lastIndexOf('-') + 1);
        before.close();
        insertOfAnotherCluster("900000000000", 250);

        EventStream events = watch(id.replace("-" + log, "-" + (log.startsWith("f") ? "0" : "f") + log.substring(1)));

        assertThat(events.next().name()).isEqualTo("reset");
        book(nine.plus(SLOT)).expect(201);
        assertThat(booked(events).json()).isEqualTo(slot(nine.plus(SLOT)));
        assertThat(events.isQuiet()).isTrue();
    }

    @Test
    void aTransactionThatBeganEarlierAndEndsLaterIsToldToo() throws Exception {
        EventStream events = watch(null);
        try (Connection slow = clinic.database().connect()) {
            slow.setAutoCommit(false);
            try (var insert = slow.prepareStatement(
                    "INSERT INTO slot_changes (provider_id, start_at, end_at) VALUES (?, now(), now() + interval '1 h')")) {
                insert.setObject(1, provider.id());
                insert.executeUpdate();
            }
            book(nine).expect(201);
            EventStream.Event fast = booked(events);
            assertThat(fast.json()).isEqualTo(slot(nine));
            EventStream resumed = watch(fast.id());
            slow.commit();

            assertThat(booked(events).json()).isNotEqualTo(slot(nine));
            JsonNode late = booked(resumed).json();
            while (late.equals(slot(nine))) {
                late = booked(resumed).json(); // what was told before may be told again
            }
            resumed.close();
            events.close();
        }
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // the library's own type for instants
    void aStreamEndsWithItsToken() {
        String brief = clinic.accounts()
                .token(claims -> claims.subject(UUID.randomUUID().toString())
                        .claim("upn", "somebody")
                        .claim("groups", List.of("patient"))
                        .expirationTime(Date.from(Clock.systemUTC().instant().plusSeconds(4))));
        try (EventStream events = EventStream.open(SuiteServer.get().address(), path(), brief, null)) {
            events.awaitEnd();
        }
    }

    @Test
    void aStreamEndsWithItsSession() {
        String own = clinic.accounts().open("patient", null);
        try (EventStream events = EventStream.open(SuiteServer.get().address(), path(), own, null)) {
            clinic.as(own).post("/auth/logout").expect(204);
            events.awaitEnd();
        }
    }

    @Test
    void everyRoleMayWatchAndTheAnswerIsAsTheDocumentSays() {
        patient.api().get(path()).expect(200);
        provider.api().get("/slots/events").expect(200);
        provider.api().outsideTheContract().send("HEAD", path(), null).expect(200);
        assertThat(clinic.admin().get(path()).header("Cache-Control")).contains("no-store");
    }

    @Test
    void whatIsWrongIsNamed() {
        clinic.anonymous().get(path()).expectProblem(401, "unauthenticated");
        clinic.admin().get("/slots/events?providerId=" + UUID.randomUUID()).expectProblem(404, "not-found");
        clinic.admin().wrongOnPurpose().get("/slots/events?providerId=x").expectProblem(400, "validation");
        clinic.admin().wrongOnPurpose().get("/slots/events?provider=x").expectProblem(400, "validation");
        clinic.admin()
                .wrongOnPurpose()
                .get("/slots/events?" + ("providerId=" + provider.id() + "&").repeat(101) + "providerId="
                        + UUID.randomUUID())
                .expectProblem(400, "validation");
        clinic.admin()
                .wrongOnPurpose()
                .with("Accept", "application/xml")
                .get(path())
                .expectProblem(406, "not-acceptable");
    }

    private EventStream watch(@Nullable String lastEventId) {
        EventStream opened = EventStream.open(SuiteServer.get().address(), path(), token, lastEventId);
        stream = opened;
        return opened;
    }

    private String path() {
        return "/slots/events?providerId=" + provider.id();
    }

    private Answer book(Instant start) {
        return patient.api().post("/appointments", Json.object("providerId", provider.id(), "start", start));
    }

    private Answer hold(Instant start) {
        return patient.api()
                .post("/holds", Json.object("providerId", provider.id(), "start", start))
                .expect(201);
    }

    /** The next event of less than a day: a stream may begin with the news of the working hours that the test began with. */
    private static EventStream.Event booked(EventStream events) {
        EventStream.Event event = events.next();
        while (event.name().equals("slots-changed")
                && Duration.between(
                                        Instant.parse(event.json().at("/start").asText()),
                                        Instant.parse(event.json().at("/end").asText()))
                                .compareTo(Duration.ofDays(1))
                        > 0) {
            event = events.next();
        }
        return event;
    }

    /** What the event of a slot says, and all that it says. */
    private ObjectNode slot(Instant start) {
        return Json.object("providerId", provider.id(), "start", start, "end", start.plus(SLOT));
    }

    private void assertCovers(EventStream.Event told, Instant instant) {
        assertThat(told.name()).isEqualTo("slots-changed");
        assertThat(told.json().at("/providerId").asText())
                .isEqualTo(provider.id().toString());
        assertThat(Instant.parse(told.json().at("/start").asText())).isBeforeOrEqualTo(instant);
        assertThat(Instant.parse(told.json().at("/end").asText())).isAfter(instant);
    }

    /** As a dump brings them: written by transactions of a PostgreSQL that is not this one. */
    private void insertOfAnotherCluster(String xid, int rows) {
        clinic.database().update("""
                        INSERT INTO slot_changes (cluster, xid, provider_id, start_at, end_at)
                        SELECT 1, ?::xid8, ?, now(), now() + interval '1 h' FROM generate_series(1, ?)
                        """, xid, provider.id(), rows);
    }

    private void insert(TestProvider with, Instant start) {
        clinic.database().update("""
                        INSERT INTO appointments (id, provider_id, patient_id, start_at, end_at, blocked_from,
                            blocked_until, time_zone, status, last_change, changed_by_role, created_at, updated_at)
                        SELECT gen_random_uuid(), ?, ?, s, s + interval '30 min', s, s + interval '30 min', 'UTC',
                            'scheduled', 'booked', 'system', s, s FROM (SELECT ?::timestamptz AS s) AS at
                        """, with.id(), clinic.aPatient().id(), start.toString());
    }
}
