package health.miadi.insurance.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-INS-1: an appointment names a cover of its patient that is valid on its day, in its provider's zone (R-TIME-4). */
class CoveredAppointmentsIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestPatient patient = clinic.aPatient();
    private final TestProvider provider = clinic.aProvider().workingDaily("00:00", "24:00");
    private final LocalDate day = provider.monday();
    private final Instant start = provider.mondayAt("10:00");

    private static ObjectNode wish(TestProvider provider, Instant start, String cover) {
        return Json.object("providerId", provider.id(), "start", start, "insuranceId", cover);
    }

    private Answer booked(Instant start, Answer cover) {
        return patient.api()
                .post("/appointments", wish(provider, start, cover.at("/id")))
                .expect(201);
    }

    private static String path(Answer appointment) {
        return "/appointments/" + appointment.at("/id");
    }

    private Answer moved(Answer appointment, Instant to) {
        return patient.api()
                .ifMatch(appointment.etag())
                .post(path(appointment) + "/reschedule", Json.object("start", to));
    }

    private Answer patched(Answer appointment, @org.jspecify.annotations.Nullable String cover) {
        return patient.api().ifMatch(appointment.etag()).patch(path(appointment), Json.object("insuranceId", cover));
    }

    private static void assertCoverRefused(Answer answer) {
        assertThat(answer.expectProblem(400, "validation").at("/errors/0/pointer"))
                .isEqualTo("/insuranceId");
    }

    @Test
    void onItsLastDayACoverCanBeNamed() {
        Answer cover = Covers.added(patient, day);
        assertThat(booked(start, cover).at("/insuranceId")).isEqualTo(cover.at("/id"));
    }

    @Test
    void neitherAnExpiredOneNorAnothersNorNone() {
        Answer expired = Covers.added(patient, day.minusDays(1));
        Answer others = Covers.added(clinic.aPatient());
        Answer appointment = patient.api()
                .post("/appointments", Json.object("providerId", provider.id(), "start", start))
                .expect(201);
        for (String wrong : List.of(expired.at("/id"), others.at("/id"), Clinic.unique())) {
            assertCoverRefused(
                    patient.api().post("/appointments", wish(provider, start.plus(1, ChronoUnit.HOURS), wrong)));
            assertCoverRefused(patched(appointment, wrong));
        }
        assertThat(patient.api().get(path(appointment)).expect(200).json()).isEqualTo(appointment.json());
    }

    @Test
    void aMoveToADayAfterItsExpiryIsRefusedUntilTheCoverIsTakenOff() {
        Answer cover = Covers.added(patient, day);
        Answer appointment = booked(start, cover);
        Instant nextDay = start.plus(1, ChronoUnit.DAYS);
        assertCoverRefused(moved(appointment, nextDay));
        assertThat(patient.api().get(path(appointment)).expect(200).json()).isEqualTo(appointment.json());
        assertThat(moved(appointment, start.plus(1, ChronoUnit.HOURS))
                        .expect(200)
                        .at("/insuranceId"))
                .isEqualTo(cover.at("/id"));
        Answer seen = patient.api().get(path(appointment)).expect(200);
        Answer without = patient.api()
                .ifMatch(seen.etag())
                .patch(path(seen), "{\"insuranceId\": null}")
                .expect(200);
        moved(without, nextDay).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Niue", "Africa/Nairobi"})
    void theDayIsTheProvidersWhateverTheViewers(String zone) {
        TestProvider there = clinic.aProviderIn(zone).workingDaily("00:00", "24:00");
        Answer cover = Covers.added(patient, there.monday());
        Instant lastStart = there.mondayAt("23:30");
        patient.api()
                .post("/appointments", wish(there, lastStart, cover.at("/id")))
                .expect(201);
        assertCoverRefused(patient.api()
                .post("/appointments", wish(there, lastStart.plus(30, ChronoUnit.MINUTES), cover.at("/id"))));
    }

    @Test
    void whatAppointmentsNameIsCorrectedButNotRemoved() {
        Answer cover = Covers.added(patient, day);
        Answer appointment = booked(start, cover);
        Answer refused = Covers.removed(patient.api(), cover).expectProblem(409, "in-use");
        assertThat(refused.at("/rule")).isEqualTo("R-INS-1");
        Answer shorter = Covers.replaced(
                        patient.api(), cover, Covers.policy(cover.at("/policyNumber"), day.minusDays(3)))
                .expect(200);
        assertThat(patient.api().get(path(appointment)).expect(200).at("/insuranceId"))
                .isEqualTo(cover.at("/id"));
        assertCoverRefused(moved(appointment, start.plus(1, ChronoUnit.HOURS)));
        patched(appointment, null).expect(200);
        Covers.removed(patient.api(), shorter).expect(204);
    }

    @Test
    void namingAndRemovingAtOnceEndInOneOfTheTwo() throws Exception {
        try (Race race = new Race(2)) {
            for (int round = 0; round < 10; round++) {
                Answer cover = Covers.added(patient);
                Instant at = start.plus(round, ChronoUnit.HOURS);
                List<Answer> answers = race.run(List.of(
                        () -> patient.api().post("/appointments", wish(provider, at, cover.at("/id"))),
                        () -> Covers.removed(patient.api(), cover)));
                boolean named = answers.get(0).status() == 201;
                assertThat(answers.get(1).status()).as("%s", answers).isEqualTo(named ? 409 : 204);
                if (!named) {
                    assertCoverRefused(answers.get(0));
                }
            }
        }
    }
}
