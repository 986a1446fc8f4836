package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SignedUp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** R-AUTH-11: people see where they are signed in, and end it (finding H8). */
class SessionsResourceIT {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final SignedUp person = SignedUp.at(clinic);

    private Answer login(String agent) {
        return clinic.anonymous()
                .with("User-Agent", agent)
                .with("X-Forwarded-For", "203.0.113.77")
                .post("/auth/login", person.credentials())
                .expect(200);
    }

    private Api as(Answer tokens) {
        return clinic.as(tokens.at("/accessToken"));
    }

    private static List<JsonNode> sessions(Api api) {
        return StreamSupport.stream(
                        api.get("/auth/sessions")
                                .expect(200)
                                .json()
                                .at("/items")
                                .spliterator(),
                        false)
                .toList();
    }

    private static JsonNode current(Api api) {
        return sessions(api).stream()
                .filter(one -> one.at("/current").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private void assertEnded(Answer tokens) {
        as(tokens).get("/auth/me").expectProblem(401, "unauthenticated");
        refresh(tokens).expectProblem(401, "unauthenticated");
    }

    private Answer refresh(Answer tokens) {
        return clinic.anonymous()
                .with("User-Agent", "curl/8.14.1")
                .post("/auth/refresh", Json.object("refreshToken", tokens.at("/refreshToken")));
    }

    private long signOuts() {
        return clinic.database()
                .number(
                        "SELECT count(*) FROM audit_entries WHERE action = 'signed_out' AND entity_id = ?::uuid",
                        person.registered().at("/user/id"));
    }

    @Test
    void showWithWhatAndFromWhereTheLatestFirst() {
        Answer browser = login(FIREFOX);
        List<JsonNode> sessions = sessions(as(browser));
        assertThat(sessions).hasSize(2);
        JsonNode own = sessions.get(0);
        assertThat(own).isEqualTo(current(as(browser)));
        assertThat(own.at("/program").textValue()).isEqualTo("Firefox");
        assertThat(own.at("/system").textValue()).isEqualTo("Linux");
        assertThat(own.at("/network").textValue()).isEqualTo("203.0.113.0/24");
        assertThat(own.at("/usedAt")).isEqualTo(own.at("/createdAt"));
        assertThat(sessions.get(1).at("/current").asBoolean()).isFalse();
        assertThat(sessions(as(person.registered()))).hasSize(2);

        refresh(browser).expect(200);
        JsonNode renewed = current(as(browser));
        assertThat(renewed.at("/program").textValue()).isEqualTo("curl");
        assertThat(renewed.at("/system").isNull()).isTrue();
        assertThat(Instant.parse(renewed.at("/usedAt").textValue()))
                .isAfter(Instant.parse(renewed.at("/createdAt").textValue()));
    }

    @Test
    void areReadInPages() {
        Answer last = login(FIREFOX);
        Answer first = as(last).get("/auth/sessions?limit=1").expect(200);
        assertThat(first.json().at("/items/0/current").asBoolean()).isTrue();
        Answer second = as(last).get("/auth/sessions?limit=1&cursor=" + first.at("/next"))
                .expect(200);
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.json().at("/items/0/current").asBoolean()).isFalse();
        assertThat(second.json().at("/next").isNull()).isTrue();
        as(last).wrongOnPurpose().get("/auth/sessions?cursor=nonsense").expectProblem(400, "validation");
    }

    @Test
    void endOneByOneAtOnce() {
        Answer other = login(FIREFOX);
        String id = current(as(other)).at("/id").textValue();
        String own = current(as(person.registered())).at("/id").textValue();
        as(SignedUp.at(clinic).registered()).delete("/auth/sessions/" + id).expectProblem(404, "not-found");
        as(person.registered()).delete("/auth/sessions/" + UUID.randomUUID()).expectProblem(404, "not-found");
        assertThat(signOuts()).isZero();

        as(person.registered()).delete("/auth/sessions/" + id).expect(204);
        assertEnded(other);
        assertThat(signOuts()).isOne();
        assertThat(sessions(as(person.registered()))).hasSize(1);
        as(person.registered()).delete("/auth/sessions/" + id).expectProblem(404, "not-found");
        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM sessions WHERE id = ?::uuid"
                                        + " AND num_nonnulls(program, system, network) = 0",
                                id))
                .isOne();

        as(person.registered()).delete("/auth/sessions/" + own).expect(204);
        assertEnded(person.registered());
    }

    @Test
    void allOthersEndAndTheOneThatAsksGoesOn() {
        Answer other = login(FIREFOX);
        Answer own = login("curl/8.14.1");
        as(own).delete("/auth/sessions").expect(204);
        assertEnded(other);
        assertEnded(person.registered());
        assertThat(sessions(as(own))).hasSize(1);
        assertThat(signOuts()).isOne();
        as(own).delete("/auth/sessions").expect(204);
        assertThat(signOuts()).as("nothing was left to end").isOne();
        refresh(own).expect(200);
    }

    @Test
    void anAdminEndsAnybodys() {
        Answer other = login(FIREFOX);
        String path = "/users/" + person.registered().at("/user/id") + "/sessions";
        as(other).delete(path).expectProblem(403, "forbidden");
        clinic.admin().delete(path).expect(204);
        assertEnded(other);
        assertEnded(person.registered());
        assertThat(signOuts()).isOne();
        clinic.admin().delete("/users/" + UUID.randomUUID() + "/sessions").expectProblem(404, "not-found");
        as(person.login()).get("/auth/me").expect(200);
    }
}
