package health.miadi.provider.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers over HTTP: read by whoever is signed in, kept by admins. */
class ProvidersResourceIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String unique = Clinic.unique();

    private ObjectNode provider() {
        return Json.object(
                "firstName",
                "Pro",
                "lastName",
                "Vider-" + unique,
                "cadre",
                "clinical officer",
                "specialization",
                "Cardiology " + unique,
                "timeZone",
                "Asia/Kolkata",
                "email",
                unique + "@example.org");
    }

    private List<String> found(String query) {
        return clinic.aPatient()
                .api()
                .get("/providers?" + query)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("id");
    }

    @Test
    void aNewProviderIsActiveUnlessSaidOtherwise() {
        assertThat(clinic.admin()
                        .post("/providers", provider())
                        .expect(201)
                        .json()
                        .at("/active")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void everybodySignedInSeesAProvider() {
        Answer created = clinic.admin().post("/providers", provider()).expect(201);
        Answer seen =
                clinic.aPatient().api().get("/providers/" + created.at("/id")).expect(200);
        assertThat(seen.at("/timeZone")).isEqualTo("Asia/Kolkata");
        clinic.anonymous().get("/providers/" + created.at("/id")).expectProblem(401, "unauthenticated");
    }

    @Test
    void aSearchFindsByNameSpecializationAndWhetherActive() {
        String id = clinic.admin().post("/providers", provider()).expect(201).at("/id");
        assertThat(found("search=vider-" + unique)).containsExactly(id);
        assertThat(found("specialization=cardiology%20" + unique)).containsExactly(id);
        assertThat(found("search=" + unique + "&active=true")).containsExactly(id);
        assertThat(found("search=" + unique + "&active=false")).isEmpty();
        assertThat(found("search=" + unique + "&cadre=nurse")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Africa/Nairobi", "Asia/Kolkata", "America/New_York", "UTC", "Pacific/Chatham"})
    void anIanaZoneIsAccepted(String zone) {
        clinic.admin().post("/providers", provider().put("timeZone", zone)).expect(201);
    }

    @Test
    void aProviderCanBeMadeInactive() {
        Answer created = clinic.admin().post("/providers", provider()).expect(201);
        clinic.admin()
                .ifMatch(created.etag())
                .put("/providers/" + created.at("/id"), provider().put("active", false))
                .expect(200);
        assertThat(found("search=" + unique + "&active=false")).containsExactly(created.at("/id"));
    }

    @Test
    void aChangeNeedsTheVersionThatItChanges() {
        Answer created = clinic.admin().post("/providers", provider()).expect(201);
        String path = "/providers/" + created.at("/id");
        clinic.admin().wrongOnPurpose().put(path, provider()).expectProblem(428, "precondition-required");
        clinic.admin().ifMatch("\"other\"").put(path, provider()).expectProblem(412, "stale");
        clinic.admin().ifMatch(created.etag()).delete(path).expect(204);
        clinic.admin().get(path).expectProblem(404, "not-found");
    }
}
