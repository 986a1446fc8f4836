package health.miadi.insurance.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * R-INS-1, R-AUTH-8, R-REC-5: a cover is seen and kept by its patient, by admins, and by providers who share an appointment with the
 * patient; to others it does not exist.
 */
class InsuranceSightIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestPatient patient = clinic.aPatient();
    private final TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
    private final Answer cover = Covers.added(patient);

    private void share() {
        patient.api()
                .post("/appointments", Json.object("providerId", provider.id(), "start", provider.mondayAt("10:00")))
                .expect(201);
    }

    private Stream<Answer> attempts(Api api) {
        return Stream.of(
                api.get(Covers.path(patient)),
                api.post(Covers.path(patient), Covers.policy()),
                api.get(Covers.path(cover)),
                Covers.replaced(api, cover, Covers.policy()),
                Covers.removed(api, cover));
    }

    @Test
    void strangersFindNothing() {
        for (Api stranger : List.of(clinic.aPatient().api(), provider.api())) {
            attempts(stranger).forEach(answer -> answer.expectProblem(404, "not-found"));
        }
        attempts(clinic.anonymous()).forEach(answer -> answer.expectProblem(401, "unauthenticated"));
        assertThat(patient.api().get(Covers.path(cover)).expect(200).json()).isEqualTo(cover.json());
    }

    @Test
    void aProviderWhoSharesAnAppointmentSeesAndKeepsThem() {
        share();
        assertThat(attempts(provider.api()).map(Answer::status)).containsExactly(200, 201, 200, 200, 412);
    }

    @Test
    void anAdminSeesAndKeepsThem() {
        assertThat(attempts(clinic.admin()).map(Answer::status)).containsExactly(200, 201, 200, 200, 412);
    }

    @Test
    void whatOthersReadAndWhatAnybodyChangesLeavesAnEntry() {
        share();
        provider.api().get(Covers.path(cover)).expect(200);
        clinic.admin().get(Covers.path(patient)).expect(200);
        patient.api().get(Covers.path(patient)).expect(200);
        Answer corrected =
                Covers.replaced(patient.api(), cover, Covers.policy()).expect(200);
        Covers.removed(patient.api(), corrected).expect(204);
        assertThat(clinic.database()
                        .texts(
                                "SELECT action || ' by ' || actor_role FROM audit_entries"
                                        + " WHERE entity = 'insurance' AND entity_id = CAST(? AS uuid) AND outcome = 'done' ORDER BY at, id",
                                cover.at("/id")))
                .containsExactly(
                        "created by patient",
                        "read by provider",
                        "read by admin",
                        "changed by patient",
                        "removed by patient");
    }

    @Test
    void aRefusalTellsNothingOfTheCover() {
        Answer refused = clinic.aPatient().api().get(Covers.path(cover)).expectProblem(404, "not-found");
        assertThat(refused.text())
                .doesNotContain(cover.at("/policyNumber"), "Afya", patient.id().toString());
    }
}
