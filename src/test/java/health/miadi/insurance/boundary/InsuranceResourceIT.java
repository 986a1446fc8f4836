package health.miadi.insurance.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Race;
import health.miadi.testing.TestPatient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The covers of patients (R-INS-1). */
class InsuranceResourceIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestPatient patient = clinic.aPatient();

    private Answer refused(ObjectNode policy, int status, String slug) {
        return patient.api().wrongOnPurpose().post(Covers.path(patient), policy).expectProblem(status, slug);
    }

    private List<String> listed() {
        return clinic.admin()
                .get(Covers.path(patient))
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("id");
    }

    @Nested
    class Adding {

        @Test
        void answersTheCoverAndItsPlace() {
            ObjectNode policy = Covers.policy();
            Answer added = patient.api().post(Covers.path(patient), policy).expect(201);
            assertThat(added.header("Location").orElse("")).endsWith("/api/v1" + Covers.path(added));
            assertThat(added.at("/patientId")).isEqualTo(patient.id().toString());
            assertThat(added.at("/policyNumber"))
                    .isEqualTo(policy.at("/policyNumber").asText());
            assertThat(added.json().at("/valid").asBoolean()).isTrue();
            Answer read = clinic.admin().get(Covers.path(added)).expect(200);
            assertThat(read.json()).isEqualTo(added.json());
            assertThat(read.etag()).isEqualTo(added.etag());
            patient.api()
                    .with("If-None-Match", added.etag())
                    .get(Covers.path(added))
                    .expect(304);
        }

        @Test
        void givesAPatientAsManyAsTheyHave() {
            List<String> added = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                added.add(Covers.added(patient).at("/id"));
            }
            List<String> seen = new ArrayList<>();
            String next = "";
            do {
                Answer page = patient.api()
                        .get(Covers.path(patient) + "?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next))
                        .expect(200);
                seen.addAll(page.json().at("/items").findValuesAsText("id"));
                next = page.at("/next");
            } while (!next.isEmpty());
            assertThat(seen).containsExactlyElementsOf(added);
        }

        @ParameterizedTest
        @CsvSource({"'AB 12-UNIQUE','ab12-unique'", "'a b 1 2-UNIQUE','AB12-UNIQUE'", "'ab12-UNIQUE','AB 12 -UNIQUE'"})
        void takesNoPolicyTwiceWhateverItsCaseAndSpaces(String first, String second) {
            String unique = Clinic.unique();
            patient.api()
                    .post(Covers.path(patient), Covers.policy(first.replace("UNIQUE", unique), Covers.today()))
                    .expect(201);
            Answer twice = patient.api()
                    .post(Covers.path(patient), Covers.policy(second.replaceAll("(?i)UNIQUE", unique), Covers.today()))
                    .expectProblem(409, "duplicate");
            assertThat(twice.at("/errors/0/pointer")).isEqualTo("/policyNumber");
            assertThat(twice.text()).doesNotContainIgnoringCase(unique);
        }

        @Test
        void ofOnePolicyAtOnceHappensOnce() throws Exception {
            ObjectNode policy = Covers.policy();
            Callable<Answer> client = () -> patient.api().post(Covers.path(patient), policy);
            try (Race race = new Race(6)) {
                assertThat(race.run(Collections.nCopies(6, client)))
                        .extracting(Answer::status)
                        .containsOnly(201, 409)
                        .containsOnlyOnce(201);
            }
        }

        @Test
        void happensOnceForAKey() {
            ObjectNode policy = Covers.policy();
            String key = Clinic.unique();
            Answer first = patient.api()
                    .with("Idempotency-Key", key)
                    .post(Covers.path(patient), policy)
                    .expect(201);
            Answer again = patient.api()
                    .with("Idempotency-Key", key)
                    .post(Covers.path(patient), policy)
                    .expect(201);
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(listed()).containsExactly(first.at("/id"));
            patient.api()
                    .with("Idempotency-Key", key)
                    .post(Covers.path(patient), Covers.policy())
                    .expectProblem(422, "idempotency-mismatch");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                /insurer      | {"insurer": null}
                /insurer      | {"insurer": ""}
                /insurer      | {"insurer": "   "}
                /insurer      | {"insurer": 7}
                /policyNumber | {"policyNumber": null}
                /policyNumber | {"policyNumber": ""}
                /policyNumber | {"policyNumber": "  "}
                /policyNumber | {"policyNumber": "Ａ12"}
                /policyNumber | {"policyNumber": "1\\u00a02"}
                /policyNumber | {"policyNumber": "1\\n2"}
                /expiryDate   | {"expiryDate": null}
                /expiryDate   | {"expiryDate": "2031-02-29"}
                /expiryDate   | {"expiryDate": "31.12.2031"}
                /expiryDate   | {"expiryDate": "2001-12-31"}
                /valid        | {"valid": true}
                /patientId    | {"patientId": "01890a5d-ac96-774b-bcce-b302099a8057"}
                """)
        void namesTheMemberThatIsWrong(String pointer, String members) throws Exception {
            ObjectNode policy = Covers.policy();
            policy.setAll((ObjectNode) new com.fasterxml.jackson.databind.ObjectMapper().readTree(members));
            assertThat(refused(policy, 400, "validation").at("/errors/0/pointer"))
                    .isEqualTo(pointer);
            assertThat(listed()).isEmpty();
        }

        @Test
        void boundsWhatIsLong() {
            refused(Covers.policy().put("insurer", "x".repeat(121)), 400, "validation");
            refused(Covers.policy().put("policyNumber", "x".repeat(61)), 400, "validation");
        }
    }

    @Nested
    class Validity {

        @Test
        void lastsThroughTheExpiryDayWhereverThatStillIs() {
            assertThat(Covers.added(patient, Covers.today().plusDays(1))
                            .json()
                            .at("/valid")
                            .asBoolean())
                    .isTrue();
            ObjectNode past =
                    Covers.policy("P-" + Clinic.unique(), Covers.today().minusDays(1));
            assertThat(refused(past, 400, "validation").at("/errors/0/pointer")).isEqualTo("/expiryDate");
        }

        @Test
        void endsWithTheDayAndTheTagTellsSo() {
            Answer added = Covers.added(patient);
            clinic.database()
                    .update(
                            "UPDATE insurance SET expiry_date = ? WHERE id = CAST(? AS uuid)",
                            Covers.today().minusDays(2),
                            added.at("/id"));
            Answer expired = patient.api()
                    .with("If-None-Match", added.etag())
                    .get(Covers.path(added))
                    .expect(200);
            assertThat(expired.json().at("/valid").asBoolean(true)).isFalse();
        }

        @Test
        void ofAnExpiredCoverMayStayPastWhileTheRestIsCorrected() {
            Answer added = Covers.added(patient);
            clinic.database()
                    .update(
                            "UPDATE insurance SET expiry_date = DATE '2020-01-31' WHERE id = CAST(? AS uuid)",
                            added.at("/id"));
            Answer expired = patient.api().get(Covers.path(added)).expect(200);
            ObjectNode corrected =
                    Covers.policy().put("insurer", "Afya Mutual Ltd").put("expiryDate", "2020-01-31");
            Answer after = Covers.replaced(patient.api(), expired, corrected).expect(200);
            assertThat(after.at("/insurer")).isEqualTo("Afya Mutual Ltd");
            Answer refused = Covers.replaced(patient.api(), after, corrected.put("expiryDate", "2020-02-01"))
                    .expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/expiryDate");
        }
    }

    @Nested
    class Correcting {

        @Test
        void needsTheVersionThatItChanges() {
            Answer added = Covers.added(patient);
            patient.api()
                    .wrongOnPurpose()
                    .put(Covers.path(added), Covers.policy())
                    .expectProblem(428, "precondition-required");
            Answer first =
                    Covers.replaced(patient.api(), added, Covers.policy()).expect(200);
            assertThat(first.etag()).isNotEqualTo(added.etag());
            Covers.replaced(patient.api(), added, Covers.policy()).expectProblem(412, "stale");
        }

        @Test
        void takesNoNumberThatIsConfirmedOfAnotherFromStaff() {
            Answer mine = Covers.added(patient);
            Answer others = Covers.confirmed(clinic.admin(), Covers.added(clinic.aPatient()));
            Covers.replaced(
                            clinic.admin(),
                            mine,
                            Covers.policy(
                                    others.at("/policyNumber").toLowerCase(java.util.Locale.ROOT), Covers.today()))
                    .expectProblem(409, "duplicate");
            Covers.replaced(patient.api(), mine, Covers.policy(mine.at("/policyNumber"), Covers.today()))
                    .expect(200);
        }
    }

    @Nested
    class Removing {

        @Test
        void leavesNothing() {
            Answer added = Covers.added(patient);
            patient.api().wrongOnPurpose().delete(Covers.path(added)).expectProblem(428, "precondition-required");
            Covers.removed(patient.api(), added).expect(204);
            patient.api().get(Covers.path(added)).expectProblem(404, "not-found");
            Covers.removed(patient.api(), added).expectProblem(404, "not-found");
            assertThat(listed()).isEmpty();
        }
    }

    @Test
    void ofNobodyAreNotFound() {
        String nobody = "/patients/" + Clinic.unique() + "/insurance";
        clinic.admin().get(nobody).expectProblem(404, "not-found");
        clinic.admin().post(nobody, Covers.policy()).expectProblem(404, "not-found");
        String none = "/insurance/" + Clinic.unique();
        clinic.admin().get(none).expectProblem(404, "not-found");
        clinic.admin().ifMatch("\"x\"").put(none, Covers.policy()).expectProblem(404, "not-found");
        clinic.admin().ifMatch("\"x\"").delete(none).expectProblem(404, "not-found");
    }
}
