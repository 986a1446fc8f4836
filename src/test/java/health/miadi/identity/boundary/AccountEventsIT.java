package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SignedUp;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** R-AUTH-15: whatever is done to an account, and by whom, its owner hears of (finding M2). */
class AccountEventsIT {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    private static final String NEW_PASSWORD = "a slow boat in November";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final SignedUp person = SignedUp.at(clinic);
    private final String user = person.registered().at("/user/id");

    private Api as(Answer tokens) {
        return clinic.as(tokens.at("/accessToken"));
    }

    private Answer login(String password) {
        return clinic.anonymous()
                .with("User-Agent", FIREFOX)
                .with("X-Forwarded-For", "203.0.113.77")
                .post("/auth/login", Json.object("username", person.email(), "password", password))
                .expect(200);
    }

    private static List<JsonNode> events(Api api) {
        return StreamSupport.stream(
                        api.get("/auth/events").expect(200).json().at("/items").spliterator(), false)
                .toList();
    }

    private static int unread(Api api) {
        return api.get("/auth/me").expect(200).json().at("/unreadEvents").asInt();
    }

    private static String words(JsonNode event) {
        return "%s %s %s"
                .formatted(
                        event.at("/action").textValue(),
                        event.at("/outcome").textValue(),
                        event.at("/by").textValue());
    }

    private static void read(Api api, JsonNode event) {
        api.post("/auth/events/read", Json.object("through", event.at("/id").longValue()))
                .expect(204);
    }

    @Test
    void onesOwnSignInsAreThereWithWhatAndFromWhere() {
        clinic.anonymous()
                .with("X-Forwarded-For", "198.51.100.9")
                .post("/auth/login", Json.object("username", person.email(), "password", "not the password"))
                .expect(401);
        Api own = as(login(SignedUp.PASSWORD));
        List<JsonNode> events = events(own);
        assertThat(events.subList(0, 2))
                .extracting(AccountEventsIT::words)
                .containsExactly("signed_in done self", "signed_in refused stranger");
        assertThat(events.get(0).at("/program").textValue()).isEqualTo("Firefox");
        assertThat(events.get(0).at("/system").textValue()).isEqualTo("Linux");
        assertThat(events.get(0).at("/network").textValue()).isEqualTo("203.0.113.0/24");
        assertThat(events.get(1).at("/network").textValue()).isEqualTo("198.51.100.0/24");
        assertThat(unread(own)).as("what one did oneself is no news").isZero();
    }

    @Test
    void anAdminWhoGetsInByACodeIsSeenAndSoIsWhoeverMarksItAsRead() {
        String code = clinic.admin()
                .post("/users/" + user + "/password-reset")
                .expect(200)
                .at("/code");
        assertThat(unread(as(person.registered()))).isOne();
        clinic.anonymous()
                .post("/auth/password-reset", Json.object("code", code, "newPassword", NEW_PASSWORD))
                .expect(204);

        Api intruder = as(login(NEW_PASSWORD));
        List<JsonNode> seen = events(intruder);
        JsonNode issued = seen.stream()
                .filter(event -> event.at("/unread").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(words(issued)).isEqualTo("code_issued done administrator");
        assertThat(issued.at("/byName").isNull())
                .as("patients do not know the names of accounts")
                .isTrue();
        assertThat(issued.at("/network").isNull())
                .as("where others were is theirs")
                .isTrue();
        read(intruder, seen.get(0));
        read(intruder, seen.get(0));
        assertThat(unread(intruder)).isZero();

        List<JsonNode> owners = events(as(login(NEW_PASSWORD)));
        assertThat(owners)
                .extracting(AccountEventsIT::words)
                .containsSubsequence(
                        "signed_in done self",
                        "acknowledged done self",
                        "signed_in done self",
                        "password_reset done self",
                        "code_issued done administrator");
        JsonNode mark = owners.stream()
                .filter(event -> event.at("/action").textValue().equals("acknowledged"))
                .findFirst()
                .orElseThrow();
        assertThat(mark.at("/network").isTextual()).isTrue();
        assertThat(owners)
                .filteredOn(event -> words(event).startsWith("acknowledged"))
                .hasSize(1);
    }

    @Test
    void whatAnAdminChangesIsNewsAndNamesItsFields() {
        Answer account = clinic.admin().get("/users/" + user).expect(200);
        clinic.admin()
                .ifMatch(account.etag())
                .patch("/users/" + user, Json.object("password", NEW_PASSWORD))
                .expect(200);
        Api own = as(login(NEW_PASSWORD));
        JsonNode changed = events(own).stream()
                .filter(event -> event.at("/unread").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(words(changed)).isEqualTo("password_changed done administrator");
        assertThat(changed.at("/fields/0").textValue()).isEqualTo("password");
        clinic.admin().get("/auth/events?limit=1").expect(200);
    }

    @Test
    void whoeverWasJoinedToThePersonIsToldToo() {
        String patient = person.registered().at("/user/personId");
        clinic.admin()
                .ifMatch(clinic.admin().get("/users/" + user).expect(200).etag())
                .delete("/users/" + user)
                .expect(204);
        String other = clinic.admin()
                .post(
                        "/users",
                        Json.object(
                                "username",
                                "user-" + Clinic.unique(),
                                "role",
                                "patient",
                                "personId",
                                patient,
                                "password",
                                NEW_PASSWORD))
                .expect(201)
                .at("/id");
        Answer tokens = clinic.anonymous()
                .post("/auth/login", Json.object("username", person.email(), "password", NEW_PASSWORD))
                .expect(200);
        List<JsonNode> events = events(as(tokens));
        assertThat(events)
                .extracting(event -> event.at("/entity").textValue() + " " + words(event))
                .contains("patient linked done administrator", "patient unlinked done administrator")
                .doesNotContain("user removed done administrator");
        assertThat(unread(as(tokens)))
                .as("the former account's end, not one's own beginning")
                .isOne();
        assertThat(tokens.at("/user/id")).isEqualTo(other);
    }

    @Test
    void nobodyReadsOrMarksWhatIsSomebodyElses() {
        clinic.admin().post("/users/" + user + "/password-reset").expect(200);
        JsonNode issued = events(as(person.registered())).get(0);
        Api other = as(SignedUp.at(clinic).registered());
        other.post("/auth/events/read", Json.object("through", issued.at("/id").longValue()))
                .expectProblem(400, "validation");
        assertThat(unread(as(person.registered()))).isOne();
        assertThat(events(other)).extracting(event -> event.at("/id")).doesNotContain(issued.at("/id"));
    }

    @Test
    void areReadInPagesAndAnEtagKnowsOfNews() {
        Api own = as(person.registered());
        String tag = own.get("/auth/me").expect(200).etag();
        own.with("If-None-Match", tag).get("/auth/me").expect(304);
        clinic.admin().post("/users/" + user + "/password-reset").expect(200);
        own.with("If-None-Match", tag).get("/auth/me").expect(200);
        Answer first = own.get("/auth/events?limit=1").expect(200);
        Answer second =
                own.get("/auth/events?limit=1&cursor=" + first.at("/next")).expect(200);
        assertThat(second.json().at("/items/0/id").longValue())
                .isLessThan(first.json().at("/items/0/id").longValue());
        own.wrongOnPurpose().get("/auth/events?cursor=nonsense").expectProblem(400, "validation");
    }
}
