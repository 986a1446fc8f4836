package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patients' data with values that cannot be: refused with a pointer, not echoed, and no row is left behind. */
class PatientBadInputIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Api wrong = clinic.admin().wrongOnPurpose();
    private final String name = "Ient-" + Clinic.unique();

    private ObjectNode patient() {
        return Json.object("firstName", "Pat", "lastName", name);
    }

    private long stored() {
        return clinic.database().number("SELECT count(*) FROM persons WHERE last_name = ?", name);
    }

    private static void assertPointer(Answer refused, String pointer) {
        refused.expectProblem(400, "validation");
        assertThat(refused.json().at("/errors").findValuesAsText("pointer"))
                .as("%s", refused)
                .containsOnly(pointer);
    }

    @Test
    void namesHaveOneForm() {
        ObjectNode patient = patient();
        patient.put("firstName", "\u00a0Jose\u0301\u200b");

        Answer made = clinic.admin().post("/patients", patient).expect(201);

        assertThat(made.json().path("firstName").asText()).as("R-PERS-1").isEqualTo("Jos\u00e9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /firstName   | "\\u200b\\u3164"
            /firstName   | "P\\u202eat"
            /firstName   | "a\\u007fb"
            /firstName   | "a\\u2028b"
            /lastName    | "\\u0000"
            /lastName    | 7
            /dateOfBirth | ""
            /dateOfBirth | "80"
            /dateOfBirth | "1980-13"
            /dateOfBirth | "1980-2"
            /dateOfBirth | "1869"
            /dateOfBirth | "2999"
            /dateOfBirth | "2999-01"
            /dateOfBirth | "02/1980"
            /dateOfBirth | "1980-2-9"
            /dateOfBirth | "1981-02-29"
            /dateOfBirth | "1980-02-30"
            /dateOfBirth | "1980-00-10"
            /dateOfBirth | "1980-13-10"
            /dateOfBirth | "1980-02-29T00:00:00Z"
            /dateOfBirth | "1869-12-31"
            /dateOfBirth | "0000-01-01"
            /dateOfBirth | "2999-01-01"
            /dateOfBirth | "9999-12-31"
            /dateOfBirth | "10000-01-01"
            /dateOfBirth | 315532800
            /gender      | "Female"
            /gender      | "f"
            /gender      | 0
            /phone       | ""
            /phone       | "123456"
            /phone       | "1234567890123456"
            /phone       | "+"
            /phone       | "0700 000 000 ext. 1"
            /phone       | 254700000000
            /phone       | "0700\\u0000000000"
            /email       | ""
            /email       | "nobody"
            /email       | "@example.org"
            /email       | "nobody@"
            /email       | "nobody@localhost"
            /email       | "no body@example.org"
            /email       | "nobody@exam ple.org"
            /email       | "nobody@example..org"
            /email       | "a@b@example.org"
            /email       | "<a@example.org>"
            /email       | "a@example.org\\nbcc: b@example.org"
            /email       | "a\\u0000@example.org"
            /nationalId  | ""
            /nationalId  | "\\u00ad"
            /nationalId  | 7
            /nationalId  | "a\\tb"
            /id          | "01890a5d-ac96-774b-bcce-b302099a8057"
            /patientNumber | "PAT-000001"
            /frstName    | "Pat"
            """)
    void aWrongMemberIsNamed(String pointer, String value) throws JsonProcessingException {
        ObjectNode patient = patient();
        patient.set(pointer.substring(1), JSON.readTree(value));
        assertPointer(wrong.post("/patients", patient), pointer);
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"firstName, 120", "lastName, 120", "nationalId, 40", "phone, 30", "email, 254"})
    void aValueMayBeAsLongAsItsBoundAndNoLonger(String member, int longest) {
        clinic.admin()
                .post("/patients", patient().put(member, ofLength(member, longest)))
                .expect(201);
        assertPointer(wrong.post("/patients", patient().put(member, ofLength(member, longest + 1))), "/" + member);
    }

    private static String ofLength(String member, int length) {
        String unique = Clinic.unique();
        return switch (member) {
            case "email" -> {
                String address = unique + "@" + "x.".repeat(105) + "example";
                yield address + "x".repeat(length - address.length());
            }
            // 15 digits and as many separators as it takes
            case "phone" -> {
                String digits = "9" + Math.abs(unique.hashCode() % 1_000_000_000) + "00000000000000";
                String number = digits.substring(0, 15).replaceAll("(?<=.)(?=.)", " ");
                yield "+" + "(".repeat(length - 30) + number;
            }
            default -> (unique + "x".repeat(length)).substring(0, length);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Robert'); DROP TABLE persons;--",
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "=cmd|' /C calc'!A0",
                "{{7*7}} ${7*7} %s%n",
                "../../etc/passwd",
                "Zoë 👩‍⚕️ O'Neill-Nyström d’Arc 张伟 عمر"
            })
    void aStrangeNameIsKeptAsItIs(String strange) {
        Answer created = clinic.admin()
                .post("/patients", patient().put("firstName", strange).put("nationalId", Clinic.unique()))
                .expect(201);
        Answer read = clinic.admin().get("/patients/" + created.at("/id")).expect(200);
        assertThat(read.at("/firstName")).isEqualTo(strange);
        assertThat(read.header("Content-Type").orElse("")).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1870-01-01", "1900-02-28", "2000-02-29", "2024-02-29"})
    void aBirthOnADayThatWasIsAccepted(String birth) {
        assertThat(clinic.admin()
                        .post("/patients", patient().put("dateOfBirth", birth))
                        .expect(201)
                        .at("/dateOfBirth"))
                .isEqualTo(birth);
    }

    @Test
    void aWrongCorrectionChangesNothing() {
        Answer created = clinic.admin().post("/patients", patient()).expect(201);
        String path = "/patients/" + created.at("/id");
        assertPointer(
                wrong.ifMatch(created.etag())
                        .put(path, patient().put("firstName", "New").put("dateOfBirth", "2999-01-01")),
                "/dateOfBirth");
        assertPointer(
                wrong.ifMatch(created.etag())
                        .put(path, patient().put("firstName", "New").put("email", "nobody")),
                "/email");
        assertThat(clinic.admin().get(path).json()).isEqualTo(created.json());
    }

    @Test
    void whatIsRefusedIsNotEchoed() {
        Answer refused = wrong.post("/patients", patient().put("email", "private-value"));
        assertThat(refused.expect(400).text()).doesNotContain("private-value", name);
    }
}
