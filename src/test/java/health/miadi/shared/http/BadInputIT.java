package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is not what it should be: refused with a pointer to the place, without an echo, without a row. */
class BadInputIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Api api = clinic.admin().wrongOnPurpose();
    private final String name = "Vider-" + Clinic.unique();

    private ObjectNode provider() {
        return Json.object("firstName", "Pro", "lastName", name, "cadre", "nurse", "timeZone", "UTC");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /firstName    | ""
                    /firstName    | "   "
                    /firstName    | 7
                    /firstName    | true
                    /firstName    | ["a"]
                    /firstName    | {"a": 1}
                    /firstName    | "a\\u0000b"
                    /firstName    | "a\\nb"
                    /firstName    | "\\ud800"
                    /cadre        | null
                    /timeZone     | null
                    /timeZone     | "Mars/Olympus"
                    /timeZone     | "+03:00"
                    /timeZone     | "EST5EDT4"
                    /timeZone     | "utc"
                    /email        | "nobody"
                    /email        | "a@b@c"
                    /email        | "a b@example.org"
                    /phone        | "call me"
                    /phone        | "123"
                    /phone        | 254700000000
                    /gender       | "FEMALE"
                    /gender       | "unsure"
                    /gender       | 1
                    /active       | "true"
                    /active       | 1
                    /actve        | true
                    """)
    void aWrongMemberIsNamed(String pointer, String value) {
        String body = provider().toString();
        String member = pointer.substring(1);
        String wrong = body.contains("\"" + member + "\"")
                ? body.replaceFirst("\"" + member + "\":\"[^\"]*\"", quote("\"" + member + "\":" + value))
                : body.substring(0, body.length() - 1) + ",\"" + member + "\":" + value + "}";
        Answer answer = api.post("/providers", wrong).expectProblem(400, "validation");
        assertThat(answer.json().at("/errors").findValuesAsText("pointer"))
                .as("%s", answer)
                .contains(pointer);
        assertNothingStored();
    }

    @Test
    void everyWrongMemberIsNamedAtOnce() {
        ObjectNode wrong =
                provider().put("firstName", "").put("email", "nobody").put("timeZone", "nowhere");
        Answer answer = api.post("/providers", wrong).expectProblem(400, "validation");
        assertThat(answer.json().at("/errors").findValuesAsText("pointer"))
                .containsOnly("/firstName", "/email", "/timeZone");
    }

    @Test
    void aMissingMemberIsNamed() {
        ObjectNode wrong = provider();
        wrong.remove("cadre");
        Answer answer = api.post("/providers", wrong).expectProblem(400, "validation");
        assertThat(answer.json().at("/errors").findValuesAsText("pointer")).containsExactly("/cadre");
    }

    @Test
    void aNameMayBeAsLongAsItsBoundAndNoLonger() {
        clinic.admin()
                .post("/providers", provider().put("firstName", "x".repeat(120)))
                .expect(201);
        Answer answer = api.post("/providers", provider().put("firstName", "x".repeat(121)))
                .expectProblem(400, "validation");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/firstName");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{\"firstName\":\"a\",}",
                "{firstName:\"a\"}",
                "{'firstName':'a'}",
                "{\"firstName\":\"a\"} {}",
                "{\"firstName\":\"a\",\"firstName\":\"b\"}",
                "// comment\n{}",
                "{\"firstName\":NaN}",
                "{\"active\":1e999999999}",
                "\u0000",
                "<xml/>"
            })
    void whatIsNoJsonObjectIsRefused(String body) {
        api.post("/providers", body).expectProblem(400, "validation");
    }

    @Test
    void deepNestingIsRefused() {
        api.post("/providers", "{\"firstName\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}")
                .expectProblem(400, "validation");
    }

    @Test
    void theRefusedValueIsNotEchoed() {
        Answer answer = api.post(
                        "/providers", provider().put("email", "secret-value").put("secret-member", 1))
                .expect(400);
        assertThat(answer.text()).doesNotContain("secret-value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Robert'); DROP TABLE persons;--",
                "<script>alert(1)</script>",
                "%s %n ${jndi:ldap://x} #{1+1}",
                "../../etc/passwd",
                "100% _sure_ \\ \"quoted\"",
                "Żółć 张伟 👩‍⚕️ عمر"
            })
    void strangeNamesAreStoredAsTheyAre(String strange) {
        Answer created = clinic.admin()
                .post("/providers", provider().put("firstName", strange))
                .expect(201);
        Answer read = clinic.admin().get("/providers/" + created.at("/id")).expect(200);
        assertThat(read.at("/firstName")).isEqualTo(strange);
        String search = URLEncoder.encode(strange + " " + name, StandardCharsets.UTF_8);
        Answer found = clinic.admin().get("/providers?search=" + search).expect(200);
        assertThat(found.json().at("/items").findValuesAsText("id")).containsExactly(created.at("/id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=ten",
                "limit=1e2",
                "limit=99999999999999999999",
                "limit=",
                "cursor=nonsense",
                "cursor=",
                "cursor=%00",
                "cursor=W10",
                "cursor=WyJhIl0",
                "cursor=WzEsMiwzXQ",
                "cursor=bnVsbA",
                "limit=0x10",
                "limit=1&limit=2&unknown",
                "active=yes",
                "active=TRUE",
                "lmit=10",
                "search=%00"
            })
    void aWrongQueryParameterIsRefused(String query) {
        api.get("/providers?" + query).expectProblem(400, "validation");
    }

    @ParameterizedTest
    @CsvSource({
        "/audit?from=0000-01-01T00:00:00Z, from",
        "/audit?to=0000-01-01T00:00:00Z, to",
        "/appointments?from=0001-01-01T00:00:00%2B00:01, from",
        "/appointments?from=9999-12-31T23:59:59-00:01, from"
    })
    void aTimeInAYearThatWasNotOrIsTooFarIsRefused(String query, String name) {
        Answer answer = api.get(query).expectProblem(400, "validation");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0000-01", "0000-01-01"})
    void nobodyIsBornInTheYearZero(String born) {
        Answer answer = api.post("/patients", Json.object("firstName", "A", "lastName", name, "dateOfBirth", born))
                .expectProblem(400, "validation");
        assertThat(answer.json().at("/errors").findValuesAsText("pointer")).contains("/dateOfBirth");
        assertNothingStored();
    }

    @ParameterizedTest
    @CsvSource({
        "/providers?search=, search",
        "/slots?providerId=01890a5d-ac96-774b-bcce-b302099a8057&patientId=01890a5d-ac96-774b-bcce-b302099a805, patientId",
        "/slots/explain?appointmentId=01890a5d-ac96-774b-bcce-b302099a805, appointmentId"
    })
    void whatIsOneIsNotGivenTwice(String query, String name) {
        String twice = query + "7&" + name + query.substring(query.lastIndexOf('=')) + "8";
        Answer answer = api.get(twice).expectProblem(400, "validation");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "nobody", "00000000-0000-0000-0000-00000000000g", "01890a5d-ac96-774b-bcce-b302099a8057"})
    void anUnknownIdIsNotFound(String id) {
        api.get("/providers/" + id).expectProblem(404, "not-found");
    }

    private static String quote(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    private void assertNothingStored() {
        assertThat(clinic.database().number("SELECT count(*) FROM persons WHERE last_name = ?", name))
                .isZero();
    }
}
