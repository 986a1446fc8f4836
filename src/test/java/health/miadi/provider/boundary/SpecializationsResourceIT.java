package health.miadi.provider.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a search form offers: the specializations and cadres of those who take appointments. */
class SpecializationsResourceIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String unique = Clinic.unique();
    private final Api patient = clinic.aPatient().api();

    private Answer add(String specialization, String cadre) {
        ObjectNode provider = Json.object("firstName", "Pro", "lastName", unique, "cadre", cadre, "timeZone", "UTC");
        return clinic.admin()
                .post("/providers", provider.put("specialization", specialization))
                .expect(201);
    }

    private List<JsonNode> named(String list) {
        return StreamSupport.stream(
                        patient.get("/specializations")
                                .expect(200)
                                .json()
                                .at("/" + list)
                                .spliterator(),
                        false)
                .filter(entry ->
                        entry.path("name").asText().toLowerCase(Locale.ROOT).contains(unique.toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Test
    void eachComesOnceWhateverItsCaseAsMostWriteIt() {
        String name = "Cardiology " + unique;
        add(name.toUpperCase(Locale.ROOT), "doctor " + unique);
        add(name, "doctor " + unique);
        add(name, "nurse " + unique);

        assertThat(named("specializations")).containsExactly(Json.object("name", name, "providers", 3));
        assertThat(named("cadres"))
                .containsExactly(
                        Json.object("name", "doctor " + unique, "providers", 2),
                        Json.object("name", "nurse " + unique, "providers", 1));
    }

    @Test
    void whoTakesNoAppointmentsDoesNotCount() {
        Answer provider = add("Dermatology " + unique, "doctor");
        ObjectNode inactive = Json.object(
                "firstName", "Pro", "lastName", unique, "cadre", "doctor", "timeZone", "UTC", "active", false);
        clinic.admin()
                .ifMatch(provider.etag())
                .put("/providers/" + provider.at("/id"), inactive.put("specialization", "Dermatology " + unique))
                .expect(200);

        assertThat(named("specializations")).isEmpty();
    }

    @Test
    void aNewOneChangesTheTag() {
        String tag = patient.get("/specializations").expect(200).etag();

        add("Urology " + unique, "doctor");

        Answer fresh =
                patient.with("If-None-Match", tag).get("/specializations").expect(200);
        assertThat(fresh.etag()).isNotEqualTo(tag);
    }

    @Test
    void itsTagStandsForAllOfIt() {
        Answer first = patient.get("/specializations").expect(200);
        Answer again = patient.with("If-None-Match", first.etag()).get("/specializations");

        // Other tests add providers meanwhile: then it is another answer with another tag.
        assertThat(again.status() == 304 || !again.etag().equals(first.etag())).isTrue();
    }
}
