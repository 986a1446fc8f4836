package health.miadi.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Visits that a test finds there, and how they stand in the end. */
record TestVisits(Clinic clinic) {
    /** A whole hour about that far from now, before now when negative. */
    static Instant hoursFromNow(long hours) {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(hours));
    }

    /** A visit of half an hour at any time, by an admin who overrides what can be overridden (R-BOOK-4). */
    Answer booked(TestPatient patient, TestProvider provider, Instant start, String reason) {
        ObjectNode wish =
                Json.object("providerId", provider.id(), "patientId", patient.id(), "start", start, "reason", reason);
        wish.set("override", Json.object("reason", "a test"));
        return clinic.admin().post("/appointments", wish).expect(201);
    }

    /** Writes the record of a visit that has begun. */
    static Answer recorded(TestProvider provider, Answer visit, ObjectNode record) {
        return provider.api().put(path(visit) + "/record", record).expect(201);
    }

    /** A visit as it stands now. */
    Answer now(Answer visit) {
        return clinic.admin().get(path(visit)).expect(200);
    }

    /** Where it is in the API. */
    static String path(Answer visit) {
        return "/appointments/" + visit.at("/id");
    }

    /** Where it is in the front end. */
    static String page(Answer visit) {
        return "/app/visits/" + visit.at("/id");
    }
}
