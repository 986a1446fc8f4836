package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.SuiteServer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first admin of a clinic that nobody configured one for (R-AUTH-9). */
class SetupIT {
    private static final String PASSWORD = "a quiet river in October";
    private static final Pattern LOGGED = Pattern.compile("setup code ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){5})");

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String name = "first-" + Clinic.unique();

    private Answer setUp(String code, String username) {
        return clinic.from(Clinic.newAddress())
                .post("/auth/setup", Json.object("code", code, "username", username, "password", PASSWORD));
    }

    /** As if nobody had become an admin since the server started; what keeps the last one is set aside for it. */
    private void forgetTheAdmins() {
        clinic.database().update("ALTER TABLE users DISABLE TRIGGER users_keep_an_admin");
        clinic.database().update("CREATE TABLE former_admins AS SELECT id FROM users WHERE role = 'admin'");
        clinic.database().update("UPDATE users SET role = 'patient' WHERE role = 'admin'");
        clinic.database().update("ALTER TABLE users ENABLE TRIGGER users_keep_an_admin");
    }

    @AfterEach
    void bringThemBack() {
        clinic.database().update("CREATE TABLE IF NOT EXISTS former_admins (id uuid)");
        clinic.database().update("UPDATE users SET role = 'admin' WHERE id IN (SELECT id FROM former_admins)");
        clinic.database().update("DROP TABLE former_admins");
        clinic.database().update("DELETE FROM setup_codes WHERE code_hash <> sha256('x')");
    }

    /** A code as another node would have made it. */
    private String aCode(String expiry) {
        String code = "TEST"
                + Clinic.unique()
                        .replace("-", "")
                        .toUpperCase(java.util.Locale.ROOT)
                        .substring(0, 20);
        clinic.database()
                .update(
                        "INSERT INTO setup_codes (code_hash, expires_at)"
                                + " VALUES (sha256(convert_to(?, 'UTF8')), now() + CAST(? AS interval))",
                        code,
                        expiry);
        return code;
    }

    @Test
    void startsWithACodeInTheLogThatOpensOneAccount() {
        Matcher logged = LOGGED.matcher(SuiteServer.get().logged());
        assertThat(logged.find()).isTrue();
        forgetTheAdmins();
        assertThat(clinic.anonymous()
                        .get("/config")
                        .expect(200)
                        .json()
                        .get("setUp")
                        .asBoolean())
                .isFalse();
        // whatever the test before this one removed
        clinic.database()
                .update(
                        "INSERT INTO setup_codes (code_hash, expires_at) VALUES (sha256(convert_to(?, 'UTF8')),"
                                + " now() + interval '1 hour') ON CONFLICT DO NOTHING",
                        logged.group(1).replace("-", ""));
        String other = aCode("1 hour");
        setUp(logged.group(1), name).expect(204);
        Answer session = clinic.anonymous()
                .post("/auth/login", Json.object("username", name, "password", PASSWORD))
                .expect(200);
        assertThat(session.at("/user/role")).isEqualTo("admin");
        setUp(logged.group(1), "second-" + name).expectProblem(404, "not-found");
        setUp(other, "second-" + name).expectProblem(404, "not-found");
        assertThat(clinic.database().number("SELECT count(*) FROM setup_codes")).isZero();
    }

    @Test
    void isNothingOnceThereIsAnAdmin() {
        setUp(aCode("1 hour"), name).expectProblem(404, "not-found");
        assertThat(clinic.anonymous()
                        .get("/config")
                        .expect(200)
                        .json()
                        .get("setUp")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void sayTheSameOfACodeThatIsUnknownAndOneThatHasExpired() {
        forgetTheAdmins();
        Answer expired = setUp(aCode("-1 second"), name).expectProblem(401, "unauthenticated");
        assertThat(setUp("0000-0000", name)
                        .expectProblem(401, "unauthenticated")
                        .text())
                .isEqualTo(expired.text());
    }

    @Test
    void makesOneAdminEvenForManyAtOnce() throws Exception {
        forgetTheAdmins();
        List<Callable<Answer>> clients = IntStream.range(0, 4)
                .mapToObj(i -> aCode("1 hour"))
                .<Callable<Answer>>map(code -> () -> setUp(code, "at-once-" + Clinic.unique()))
                .toList();
        try (Race race = new Race(clients.size())) {
            List<Answer> answers = race.run(clients);
            assertThat(answers.stream().filter(answer -> answer.status() == 204))
                    .hasSize(1);
            answers.stream()
                    .filter(answer -> answer.status() != 204)
                    .forEach(answer -> answer.expectProblem(404, "not-found"));
        }
        assertThat(clinic.database().number("SELECT count(*) FROM users WHERE role = 'admin'"))
                .isEqualTo(1);
    }

    @Test
    void isSlowToGuess() {
        forgetTheAdmins();
        for (int i = 0; i < 5; i++) {
            clinic.anonymous()
                    .post("/auth/setup", Json.object("code", "guess-" + i, "username", name, "password", PASSWORD))
                    .expectProblem(401, "unauthenticated");
        }
        clinic.anonymous()
                .post("/auth/setup", Json.object("code", aCode("1 hour"), "username", name, "password", PASSWORD))
                .expectProblem(429, "rate-limited");
    }

    @Test
    void takesNoWeakPasswordAndKeepsTheCode() {
        forgetTheAdmins();
        String code = aCode("1 hour");
        clinic.anonymous()
                .post("/auth/setup", Json.object("code", code, "username", name, "password", "password1234"))
                .expectProblem(400, "validation");
        setUp(code, name).expect(204);
    }
}
