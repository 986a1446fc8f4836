package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is not exactly right is refused with a pointer to the fault, and leaves nothing behind. */
class StrictBodiesIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Api api = clinic.admin().wrongOnPurpose();
    private final String name = "Body-" + Clinic.unique();

    @AfterEach
    void nothingIsStored() {
        assertThat(clinic.database().number("SELECT count(*) FROM persons WHERE last_name = ?", name))
                .isZero();
    }

    /** What is wrong, a member that is wrong in that way, and the pointer to it. */
    static Stream<Arguments> wrongMembers() {
        return Stream.of(
                arguments("unknown", "\"frstName\": \"Pro\"", "/frstName"),
                arguments("unknown and harmful", "\"id\": \"00000000-0000-7000-8000-000000000000\"", "/id"),
                arguments("a number for a text", "\"firstName\": 5", "/firstName"),
                arguments("a boolean for a text", "\"firstName\": true", "/firstName"),
                arguments("an object for a text", "\"firstName\": {}", "/firstName"),
                arguments("a list for a text", "\"firstName\": [\"Pro\"]", "/firstName"),
                arguments("null where a value belongs", "\"firstName\": null", "/firstName"),
                arguments("empty", "\"firstName\": \"\"", "/firstName"),
                arguments("nothing but blanks", "\"firstName\": \"   \"", "/firstName"),
                arguments("too long", "\"firstName\": \"%s\"".formatted("x".repeat(121)), "/firstName"),
                arguments("a null character", "\"firstName\": \"Pro\\u0000\"", "/firstName"),
                arguments("a control character", "\"firstName\": \"Pro\\u0007\"", "/firstName"),
                arguments("half a character", "\"firstName\": \"Pro\\ud800\"", "/firstName"),
                arguments("a text for a boolean", "\"active\": \"true\"", "/active"),
                arguments("a number for a boolean", "\"active\": 1", "/active"),
                arguments("no word of the enumeration", "\"gender\": \"robot\"", "/gender"),
                arguments("a word in upper case", "\"gender\": \"FEMALE\"", "/gender"),
                arguments("a number for a word", "\"gender\": 0", "/gender"),
                arguments("a zone that does not exist", "\"timeZone\": \"Mars/Olympus\"", "/timeZone"),
                arguments("no e-mail address", "\"email\": \"nobody\"", "/email"),
                arguments("no phone number", "\"phone\": \"call me\"", "/phone"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongMembers")
    void aWrongMemberIsRefusedWithItsPointer(String what, String member, String pointer) {
        String rest = Stream.of(
                        "\"firstName\": \"Pro\"",
                        "\"lastName\": \"" + name + "\"",
                        "\"cadre\": \"nurse\"",
                        "\"timeZone\": \"UTC\"")
                .filter(right -> !right.startsWith("\"" + pointer.substring(1) + "\""))
                .collect(Collectors.joining(", "));
        String body = "{" + member + ", " + rest + "}";

        Answer answer = api.post("/providers", body);

        answer.expectProblem(400, "validation");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/message")).isNotBlank();
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Answer answer = api.post("/providers", "{\"lastName\": \"%s\", \"phone\": \"call me\"}".formatted(name));

        answer.expectProblem(400, "validation");
        assertThat(answer.json().at("/errors").findValuesAsText("pointer"))
                .containsExactly("/cadre", "/firstName", "/phone", "/timeZone");
    }

    @Test
    void aRefusedValueIsNeverRepeated() {
        String secret = "secret-" + Clinic.unique();

        Answer answer = api.post("/providers", "{\"firstName\": 5, \"timeZone\": \"%s\"}".formatted(secret));
        Answer unknown = api.post("/providers", "{\"email\": \"%s\"}".formatted(secret));

        assertThat(answer.text() + unknown.text()).doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "5",
                "\"text\"",
                "true",
                "{",
                "{\"firstName\":",
                "{'firstName': 'Pro'}",
                "{} {}",
                "{\"firstName\": \"Pro\",}",
                "{\"firstName\": NaN}",
                "// no\n{}",
                "\u0000"
            })
    void whatIsNoJsonObjectIsRefused(String body) {
        api.post("/providers", body).expectProblem(400, "validation");
    }

    @Test
    void aMemberThatComesTwiceIsRefused() {
        api.post("/providers", """
                {"firstName": "Pro", "lastName": "%1$s", "lastName": "%1$s", "cadre": "nurse", "timeZone": "UTC"}""".formatted(name)).expectProblem(400, "validation");
    }

    @Test
    void deepNestingIsRefused() {
        api.post("/providers", "[".repeat(10_000)).expectProblem(400, "validation");
        api.post("/providers", "{\"firstName\":".repeat(5_000)).expectProblem(400, "validation");
    }

    @Test
    void aHugeNumberIsRefused() {
        api.post("/providers", "{\"active\": 1e999999999}").expectProblem(400, "validation");
        api.post("/providers", "{\"active\": " + "9".repeat(5_000) + "}").expectProblem(400, "validation");
    }

    @Test
    void aBodyOfTenMegabytesIsTooLarge() {
        String huge = "{\"firstName\": \"%s\"}".formatted("x".repeat(10 * 1024 * 1024));

        api.post("/providers", huge).expectProblem(413, "payload-too-large");
    }
}
