package health.miadi.provider.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-PERS-6: providers are found by what patients call what they do")
class SynonymsResourceIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final String unique = Clinic.unique();

    private String provider(String first, String specialization) {
        return clinic.admin()
                .post(
                        "/providers",
                        Json.object("firstName", first, "lastName", "Balistreri-" + unique, "cadre", "Medical officer")
                                .put("specialization", specialization)
                                .put("timeZone", "UTC"))
                .expect(201)
                .at("/id");
    }

    private List<String> found(String said) {
        String search = URLEncoder.encode(said + " " + unique, StandardCharsets.UTF_8);
        return clinic.aPatient()
                .api()
                .get("/providers?search=" + search)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dermatologist", "skin", "SKIN", "ngozi", "Dermatology", "dermat", "Dr Royal", "listreri royal"})
    void theUsualWordsAreKnown(String said) {
        String id = provider("Royal", "Dermatology");
        provider("Bob", "Cardiology");
        assertThat(found(said)).containsExactly(id);
    }

    @Test
    void aSpecializationIsOneHoweverItIsSpelled() {
        String id = provider("Zoë", "Pédiatrie " + unique);
        String spelled = URLEncoder.encode("PEDIATRIE " + unique, StandardCharsets.UTF_8);
        assertThat(clinic.admin()
                        .get("/providers?specialization=" + spelled)
                        .expect(200)
                        .json()
                        .at("/items")
                        .findValuesAsText("id"))
                .containsExactly(id);
    }

    @Test
    void aClinicAddsChangesAndRemovesWordsOfItsOwn() {
        String id = provider("Royal", "Podiatry " + unique);
        ObjectNode wording = Json.object("said", "sore feet", "meant", "PODIATRY " + unique);
        assertThat(found("sore feet")).isEmpty();

        Answer synonym = clinic.admin().post("/synonyms", wording).expect(201);
        String path = "/synonyms/" + synonym.at("/id");
        assertThat(found("feet")).containsExactly(id);
        Answer refused = clinic.admin()
                .post("/synonyms", Json.object("said", "Sore Féet", "meant", "podiatry " + unique))
                .expectProblem(409, "duplicate");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/said");

        clinic.admin().wrongOnPurpose().put(path, wording).expectProblem(428, "precondition-required");
        synonym = clinic.admin()
                .ifMatch(synonym.etag())
                .put(path, Json.object("said", "bunions", "meant", "podiatry " + unique))
                .expect(200);
        assertThat(found("feet")).isEmpty();
        assertThat(found("bunions")).containsExactly(id);

        clinic.admin().ifMatch("\"other\"").delete(path).expectProblem(412, "stale");
        clinic.admin().ifMatch(synonym.etag()).delete(path).expect(204);
        clinic.admin().get(path).expectProblem(404, "not-found");
        assertThat(found("bunions")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"said\":\"...\",\"meant\":\"x\"}",
                "{\"said\":\"x\",\"meant\":\"-\"}",
                "{\"said\":\"\",\"meant\":\"x\"}",
                "{\"said\":\"x\"}",
                "{\"said\":\"x\",\"meant\":\"\u200b\"}"
            })
    void whatSaysNothingIsRefused(String body) {
        clinic.admin().wrongOnPurpose().post("/synonyms", body).expectProblem(400, "validation");
    }
}
