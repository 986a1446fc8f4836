package health.miadi.record.boundary;

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
import org.jspecify.annotations.Nullable;

/** Visits of one test, each an hour before the one made before it, and what is written of them. */
final class Visits {
    private final Clinic clinic;
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS);
    private int made;

    Visits(Clinic clinic) {
        this.clinic = clinic;
    }

    /** An appointment that has begun. */
    Answer begun(TestPatient patient, TestProvider provider) {
        return booked(patient, provider, now.minus(Duration.ofHours(1L + made++)));
    }

    /** An appointment at any time, by an admin who overrides what can be overridden. */
    Answer booked(TestPatient patient, TestProvider provider, Instant start) {
        ObjectNode booking = Json.object("providerId", provider.id(), "patientId", patient.id(), "start", start);
        booking.set("override", Json.object("reason", "a test"));
        return clinic.admin().post("/appointments", booking).expect(201);
    }

    /** The record of a new visit. */
    Answer record(TestPatient patient, TestProvider provider, String diagnosis) {
        return provider.api()
                .put(path(begun(patient, provider)), Json.object("diagnosis", diagnosis))
                .expect(201);
    }

    /** Where the record of an appointment is. */
    static String path(Answer appointment) {
        return "/appointments/" + appointment.at("/id") + "/record";
    }

    /** Where a record is among the others. */
    static String own(Answer record) {
        return "/records/" + record.at("/id");
    }

    /** Where a record is below its appointment. */
    static String ofAppointment(Answer record) {
        return "/appointments/" + record.at("/appointmentId") + "/record";
    }

    static Answer remove(Api api, String path, @Nullable String ifMatch) {
        Api with = ifMatch == null ? api : api.ifMatch(ifMatch);
        return with.send("DELETE", path, Json.object("reason", "Written of the wrong patient"));
    }
}
