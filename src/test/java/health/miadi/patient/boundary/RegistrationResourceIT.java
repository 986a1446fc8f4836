package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anyone may register as a patient, and as nothing else, with a password that is worth the name (R-AUTH-1, -5). */
class RegistrationResourceIT {

    private static final String PASSWORD = "a quiet river in October";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String email = "Person-" + Clinic.unique() + "@example.org";

    private ObjectNode registration() {
        return Json.object(
                "email", email,
                "password", PASSWORD,
                "firstName", "Per",
                "lastName", "Son",
                "dateOfBirth", "1990-12-31");
    }

    private Answer login(String username, String password) {
        return clinic.anonymous().post("/auth/login", Json.object("username", username, "password", password));
    }

    @Test
    void makesAPatientWhoIsSignedInAndKeepsOnlyAHashOfThePassword() {
        Answer answer =
                clinic.anonymous().post("/auth/register", registration()).expect(201);
        assertThat(answer.header("Location")).isPresent();
        assertThat(answer.at("/tokenType")).isEqualTo("Bearer");
        assertThat(answer.at("/user/role")).isEqualTo("patient");
        Answer me = clinic.as(answer.at("/accessToken")).get("/auth/me").expect(200);
        assertThat(me.at("/personId")).isEqualTo(answer.at("/user/personId"));
        clinic.as(answer.at("/accessToken"))
                .get("/patients/" + answer.at("/user/personId"))
                .expect(200);
        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM users WHERE lower(email) = lower(?)"
                                        + " AND password_hash LIKE 'PBKDF2WithHmacSHA512:210000:%'",
                                email))
                .isEqualTo(1);
    }

    @Test
    void refusesASecondAccountForAnAddressWhateverItsCase() {
        clinic.anonymous().post("/auth/register", registration()).expect(201);
        ObjectNode again = registration().put("email", email.toUpperCase(Locale.ROOT));
        clinic.anonymous().post("/auth/register", again).expectProblem(409, "duplicate");
        assertThat(clinic.database().number("SELECT count(*) FROM persons WHERE lower(email) = lower(?)", email))
                .isEqualTo(1);
    }

    @Test
    void refusesTheAddressItselfAsPassword() {
        Answer refused = clinic.anonymous()
                .post("/auth/register", registration().put("password", email.toUpperCase(Locale.ROOT)))
                .expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/password");
    }

    /** R-AUTH-6: whoever opens an account is not shut out by what others mistyped at the same place. */
    @Test
    void makesItsPlaceFamiliarToTheNewAccount() {
        for (int i = 0; i < 5; i++) {
            login("nobody-" + i + "-" + email, "a guess that is wrong").expectProblem(401, "unauthenticated");
        }
        clinic.anonymous().post("/auth/register", registration()).expect(201);
        login(email, PASSWORD).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password1234", "123456789012", "qwertyuiop12", "aaaaaaaaaaaaaaaa"})
    void refusesAWeakPassword(String weak) {
        Answer answer = clinic.anonymous()
                .wrongOnPurpose()
                .post("/auth/register", registration().put("password", weak))
                .expectProblem(400, "validation");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/password");
        assertThat(clinic.database().number("SELECT count(*) FROM persons WHERE email = ?", email))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01", "1869-12-31", "1990-02-30", "1990-13-01", "31.12.1990", "10000-01-01"})
    void refusesABirthThatCannotBe(String birth) {
        Answer answer = clinic.anonymous()
                .wrongOnPurpose()
                .post("/auth/register", registration().put("dateOfBirth", birth))
                .expectProblem(400, "validation");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/dateOfBirth");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 128})
    void takesAPasswordOfTwelveToAHundredAndTwentyEightCharacters(int length) {
        String password = "Zp4!kQ9#vB2@".repeat(11).substring(0, length);
        clinic.anonymous()
                .post("/auth/register", registration().put("password", password))
                .expect(201);
        login(email, password).expect(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 129, 5_000})
    void takesNoOther(int length) {
        String password = "Zp4!kQ9#vB2@".repeat(500).substring(0, length);
        Answer refused = clinic.anonymous()
                .wrongOnPurpose()
                .post("/auth/register", registration().put("password", password))
                .expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/password");
    }

    @Test
    void namesTheAddressAsTheMemberAtFault() {
        clinic.anonymous().post("/auth/register", registration()).expect(201);
        Answer refused = clinic.anonymous().post("/auth/register", registration());
        refused.expectProblem(409, "duplicate");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "password", "dateOfBirth"})
    void needsWhatTheContractNames(String member) {
        Answer refused = clinic.anonymous()
                .wrongOnPurpose()
                .post("/auth/register", registration().without(member))
                .expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/" + member);
        assertThat(clinic.database().number("SELECT count(*) FROM persons WHERE email = ?", email))
                .isZero();
    }

    @Test
    void ofManyAtOnceMakesOne() throws Exception {
        try (Race race = new Race(6)) {
            Callable<Answer> client = () -> clinic.anonymous().post("/auth/register", registration());
            List<Answer> answers = race.run(Collections.nCopies(6, client));
            assertThat(answers.stream().filter(answer -> answer.status() == 201))
                    .hasSize(1);
            answers.stream()
                    .filter(answer -> answer.status() != 201)
                    .forEach(answer -> answer.expectProblem(409, "duplicate"));
        }
    }

    @Test
    void doesNotLetAnyoneChooseARole() {
        clinic.anonymous()
                .wrongOnPurpose()
                .post("/auth/register", registration().put("role", "admin"))
                .expectProblem(400, "validation");
    }
}
