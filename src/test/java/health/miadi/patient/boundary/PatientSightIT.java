package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** R-AUTH-8: a file is seen by its patient, by providers who share an appointment with the patient, and by admins. */
class PatientSightIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestPatient patient = clinic.aPatient();
    private final String path = "/patients/" + patient.id();
    private final Answer file = clinic.admin().get(path).expect(200);

    private static List<String> seenBy(Api api) {
        return api.get("/patients").expect(200).json().at("/items").findValuesAsText("id");
    }

    private ObjectNode changed() {
        return Json.object("firstName", "Changed", "lastName", file.at("/lastName"), "email", file.at("/email"));
    }

    private void assertUnchanged() {
        assertThat(clinic.admin().get(path).expect(200).json()).isEqualTo(file.json());
    }

    @Nested
    class AProvider {

        private final TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");

        private Answer book() {
            return patient.api()
                    .post(
                            "/appointments",
                            Json.object("providerId", provider.id(), "start", provider.mondayAt("10:00")))
                    .expect(201);
        }

        @Test
        void whoSharesAnAppointmentReadsAndCorrectsTheFile() {
            book();
            Answer read = provider.api().get(path).expect(200);
            assertThat(seenBy(provider.api())).containsExactly(patient.id().toString());
            Answer corrected =
                    provider.api().ifMatch(read.etag()).put(path, changed()).expect(200);
            assertThat(corrected.at("/firstName")).isEqualTo("Changed");
        }

        @Test
        void getsOfThoseWhomTheyNameOnlyTheirOwnPatients() {
            book();
            String named =
                    "/patients?id=" + patient.id() + "&id=" + clinic.aPatient().id();
            assertThat(provider.api().get(named).expect(200).json().at("/items").findValuesAsText("id"))
                    .containsExactly(patient.id().toString());
            assertThat(clinic.aProvider().api().get(named).expect(200).json().at("/items"))
                    .isEmpty();
            assertThat(clinic.admin().get(named).expect(200).json().at("/items"))
                    .hasSize(2);
        }

        /** R-AUTH-8: as for somebody who walks in, before there is an appointment; other providers still see nobody. */
        @Test
        void whoOpenedTheFileReadsFindsAndCorrectsIt() {
            Answer opened = provider.api()
                    .post("/patients", Json.object("firstName", "Walk", "lastName", "In-" + Clinic.unique()))
                    .expect(201);
            String own = "/patients/" + opened.at("/id");
            Answer read = provider.api().get(own).expect(200);
            assertThat(seenBy(provider.api())).containsExactly(opened.at("/id"));
            assertThat(provider.api()
                            .get("/patients?search=" + opened.at("/patientNumber"))
                            .json()
                            .at("/items"))
                    .hasSize(1);
            ObjectNode corrected = Json.object("firstName", "Walker", "lastName", "In-" + Clinic.unique());
            provider.api().ifMatch(read.etag()).put(own, corrected).expect(200);
            provider.api().get(own + "/insurance").expect(200);
            clinic.aProvider().api().get(own).expectProblem(404, "not-found");
            assertThat(seenBy(clinic.aProvider().api())).isEmpty();
        }

        @Test
        void whoSharesNoneFindsNothing() {
            provider.api().get(path).expectProblem(404, "not-found");
            provider.api().ifMatch(file.etag()).put(path, changed()).expectProblem(404, "not-found");
            assertThat(seenBy(provider.api())).isEmpty();
            assertUnchanged();
        }

        @Test
        void doesNotFindAnothersPatientsBySearching() {
            book();
            Answer found = clinic.aProvider()
                    .api()
                    .get("/patients?search=" + file.at("/patientNumber"))
                    .expect(200);
            assertThat(found.json().at("/items")).isEmpty();
        }

        @Test
        void removesNoFile() {
            book();
            provider.api().ifMatch(file.etag()).delete(path).expectProblem(403, "forbidden");
            assertUnchanged();
        }
    }

    @Nested
    class APatient {

        @Test
        void correctsTheirOwnFile() {
            patient.api().ifMatch(file.etag()).put(path, changed()).expect(200);
        }

        @Test
        void findsNobodyElseBySearching() {
            TestPatient another = clinic.aPatient();
            Answer found = another.api()
                    .get("/patients?search=" + file.at("/patientNumber"))
                    .expect(200);
            assertThat(found.json().at("/items")).isEmpty();
            assertThat(seenBy(another.api())).containsExactly(another.id().toString());
        }
    }

    @Nested
    class SomebodyWhoHasNotSignedIn {

        @Test
        void isToldSoWhateverTheyAsk() {
            Api anybody = clinic.anonymous();
            for (Answer answer : List.of(
                    anybody.get("/patients"),
                    anybody.get(path),
                    anybody.post("/patients", changed()),
                    anybody.ifMatch(file.etag()).put(path, changed()),
                    anybody.ifMatch(file.etag()).delete(path))) {
                answer.expectProblem(401, "unauthenticated");
                assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
            }
            assertUnchanged();
        }
    }

    @Test
    void aProviderWithAnAppointmentIsNotRemoved() {
        TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
        patient.api()
                .post("/appointments", Json.object("providerId", provider.id(), "start", provider.mondayAt("10:00")))
                .expect(201);
        String calendar = "/providers/" + provider.id();
        String etag = clinic.admin().get(calendar).expect(200).etag();
        clinic.admin().ifMatch(etag).delete(calendar).expectProblem(409, "in-use");
        clinic.admin().get(calendar).expect(200);
    }
}
