package health.miadi.availability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Clinic;
import health.miadi.testing.EventStream;
import health.miadi.testing.Json;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.server.ServerUnderTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** R-AVAIL-8 across nodes: two servers on one database. */
class TwoNodesIT {

    @Test
    void aListenerOnOneNodeSeesABookingMadeThroughAnotherAndGoesOnThere() {
        Clinic clinic = Clinic.ofTheSuite();
        TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
        TestPatient patient = clinic.aPatient();
        String token = clinic.accounts().open("admin", null);
        String path = "/slots/events?providerId=" + provider.id();
        Instant nine = provider.mondayAt("09:00");
        Instant ten = provider.mondayAt("10:00");

        try (ServerUnderTest second = SuiteServer.get().successor("second-node", clinic.database())) {
            String reached;
            try (EventStream events = EventStream.open(second.address(), path, token, null)) {
                book(patient, provider, nine);
                EventStream.Event told = events.next();
                assertThat(told.json().at("/start").asText()).isEqualTo(nine.toString());
                reached = told.id();
            }
            book(patient, provider, ten);
            try (EventStream events = EventStream.open(SuiteServer.get().address(), path, token, reached)) {
                EventStream.Event told = events.next();
                while (told.json().at("/start").asText().equals(nine.toString())) {
                    told = events.next();
                }
                assertThat(told.json().at("/start").asText()).isEqualTo(ten.toString());
            }
        }
    }

    private static void book(TestPatient patient, TestProvider provider, Instant start) {
        patient.api()
                .post("/appointments", Json.object("providerId", provider.id(), "start", start))
                .expect(201);
    }
}
