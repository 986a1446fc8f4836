package health.miadi.provider.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestProvider;
import health.miadi.testing.Zones;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
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

    @Test
    void thoseWhoAreNamedComeInOneRequest() {
        String id = clinic.admin().post("/providers", provider()).expect(201).at("/id");
        String another = clinic.aProvider().id().toString();
        assertThat(found("id=" + id + "&id=" + another + "&id=" + UUID.randomUUID()))
                .containsExactlyInAnyOrder(id, another);
        assertThat(found("id=" + id + "&id=" + another + "&cadre=clinical%20officer"))
                .containsExactly(id);
        clinic.admin()
                .wrongOnPurpose()
                .get("/providers?id=" + id + ("&id=" + another).repeat(100))
                .expectProblem(400, "validation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Africa/Nairobi", "Asia/Kolkata", "America/New_York", "UTC", "Pacific/Chatham"})
    void anIanaZoneIsAccepted(String zone) {
        clinic.admin().post("/providers", provider().put("timeZone", zone)).expect(201);
    }

    @Test
    void everyZoneThatIsAcceptedIsKnownToTheDatabaseToo() {
        String zones = Zones.all().stream()
                .filter(zone -> !zone.startsWith("SystemV/"))
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(clinic.database()
                        .number("SELECT count(now() AT TIME ZONE zone) FROM unnest(CAST(? AS text[])) AS zone", zones))
                .isEqualTo(zones.split(",").length);
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

    @Test
    void aSearchFindsByAddressAndPhone() {
        String phone = "+1" + ThreadLocalRandom.current().nextLong(1_000_000_000_000L, 9_999_999_999_999L);
        String id = clinic.admin()
                .post("/providers", provider().put("phone", phone))
                .expect(201)
                .at("/id");
        assertThat(found("search=" + unique + "@EXAMPLE")).containsExactly(id);
        assertThat(found("search=" + phone.substring(1))).containsExactly(id);
        assertThat(found("search=pro%20vider-" + unique)).containsExactly(id);
        assertThat(found("cadre=CLINICAL%20officer&search=" + unique)).containsExactly(id);
        assertThat(found("specialization=cardiology&search=" + unique)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ginecología", "ΠΑΘΟΛΌΓΟΣ", "İÇ HASTALIKLARI", "心臓病学"})
    void aSpecializationIsFoundAsItIsWritten(String specialization) {
        String id = clinic.admin()
                .post("/providers", provider().put("specialization", specialization))
                .expect(201)
                .at("/id");
        assertThat(found("search=" + unique + "&specialization="
                        + URLEncoder.encode(specialization, StandardCharsets.UTF_8)))
                .containsExactly(id);
    }

    @Test
    void onlyAnAdminChangesOrRemovesAProvider() {
        TestProvider provider = clinic.aProvider();
        String path = "/providers/" + provider.id();
        Answer before = clinic.admin().get(path).expect(200);
        for (Api api : List.of(
                clinic.aPatient().api(), provider.api(), clinic.aProvider().api())) {
            api.ifMatch(before.etag()).put(path, provider()).expectProblem(403, "forbidden");
            api.ifMatch(before.etag()).delete(path).expectProblem(403, "forbidden");
        }
        clinic.anonymous().ifMatch(before.etag()).put(path, provider()).expectProblem(401, "unauthenticated");
        clinic.anonymous().ifMatch(before.etag()).delete(path).expectProblem(401, "unauthenticated");
        assertThat(clinic.admin().get(path).json()).isEqualTo(before.json());
    }

    @Test
    void anAddressOrPhoneThatAnotherHasIsRefused() {
        clinic.admin().post("/providers", provider()).expect(201);
        Answer refused = clinic.admin()
                .post("/providers", provider().put("email", unique.toUpperCase(Locale.ROOT) + "@Example.org"))
                .expectProblem(409, "duplicate");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/email");
        assertThat(found("search=vider-" + unique)).hasSize(1);
    }

    @Test
    void whoeverHasAProviderAlreadyIsNotSentItAgain() {
        Answer created = clinic.admin().post("/providers", provider()).expect(201);
        Answer again = clinic.aPatient()
                .api()
                .with("If-None-Match", created.etag())
                .get("/providers/" + created.at("/id"))
                .expect(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.etag()).isEqualTo(created.etag());
    }

    @Test
    void aChangeReplacesEverything() {
        Answer created = clinic.admin().post("/providers", provider()).expect(201);
        ObjectNode less = Json.object("firstName", "New", "lastName", unique, "cadre", "nurse", "timeZone", "UTC");
        Answer changed = clinic.admin()
                .ifMatch(created.etag())
                .put("/providers/" + created.at("/id"), less)
                .expect(200);
        assertThat(changed.json().at("/email").isNull()).isTrue();
        assertThat(changed.json().at("/specialization").isNull()).isTrue();
        assertThat(changed.at("/timeZone")).isEqualTo("UTC");
        assertThat(changed.at("/createdAt")).isEqualTo(created.at("/createdAt"));
        ObjectNode provider = (ObjectNode) changed.json();
        assertThat(provider.remove("stranded")).isEmpty();
        assertThat(clinic.admin().get("/providers/" + created.at("/id")).json()).isEqualTo(provider);
    }
}
