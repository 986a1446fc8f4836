package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Login;
import health.miadi.testing.Race;
import health.miadi.testing.SignedUp;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestAuthenticator;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** R-AUTH-2, R-AUTH-3 and R-AUTH-6 on two nodes that share nothing but the database and the key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestDatabase database = clinic.database();
    private final SignedUp person = SignedUp.at(clinic);
    private final ServerUnderTest second =
            SuiteServer.get().successor("second-node", database, Map.of("MIADI_SECOND_FACTOR_REQUIRED", "admin"));

    @BeforeAll
    void bothNodesHear() {
        awaitListeners(2);
    }

    @AfterAll
    void stop() {
        second.close();
    }

    private Api there() {
        return Api.at(second.address());
    }

    /** R-AUTH-10, R-AUTH-18: by the setting itself, which the second node has. */
    @Test
    void anAdminDoesNothingButSetASecondFactorUpWhereASettingDemandsIt() {
        Login admin = clinic.accounts().adminLogin();
        Api place = there().with("X-Forwarded-For", Clinic.newAddress());
        Answer login = place.post(
                        "/auth/login", Json.object("username", admin.username(), "password", admin.password()))
                .expect(200);
        assertThat(login.at("/user/lacksSecondFactor")).isEqualTo("true");
        Api api = place.as(login.at("/accessToken"));
        api.get("/users").expectProblem(403, "second-factor-missing");
        api.get("/patients").expectProblem(403, "second-factor-missing");
        clinic.as(login.at("/accessToken")).get("/users").expectProblem(403, "second-factor-missing");
        Answer renewed = refresh(place, login.at("/refreshToken")).expect(200);
        place.as(renewed.at("/accessToken")).get("/users").expectProblem(403, "second-factor-missing");

        String host = second.address().getRawAuthority();
        TestAuthenticator device =
                new TestAuthenticator("http://" + host, second.address().getHost());
        Answer options = api.post("/auth/passkeys/options", Json.object("currentPassword", admin.password()))
                .expect(200);
        api.post("/auth/passkeys", device.make(options)).expect(200);
        api.get("/users").expectProblem(403, "second-factor-missing"); // as long as the token is the same
        Answer whole = refresh(place, renewed.at("/refreshToken")).expect(200);
        assertThat(whole.at("/user/lacksSecondFactor")).isEqualTo("false");
        place.as(whole.at("/accessToken")).get("/users").expect(200);

        Answer begun = place.post("/auth/passkeys/challenge").expect(200);
        Answer in = place.with(
                        "Cookie", begun.header("Set-Cookie").orElseThrow().split(";", 2)[0])
                .post("/auth/passkeys/sign-in", Json.object().set("passkey", device.show(begun.at("/challenge"))))
                .expect(200);
        assertThat(in.at("/user/lacksSecondFactor")).isEqualTo("false");
        place.as(in.at("/accessToken")).get("/users").expect(200);
    }

    private static Answer me(Api api, Answer tokens) {
        return api.as(tokens.at("/accessToken")).get("/auth/me");
    }

    private static Answer refresh(Api api, String token) {
        return api.post("/auth/refresh", Json.object("refreshToken", token));
    }

    private void awaitListeners(int count) {
        await().atMost(PATIENCE)
                .until(() ->
                        database.number("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'miadi-events'")
                                >= count);
    }

    @Test
    void whoSignsOutOnOneIsRefusedByTheOther() {
        Answer login = person.login();
        me(there(), login).expect(200);
        clinic.as(login.at("/accessToken")).post("/auth/logout").expect(204);
        me(clinic.anonymous(), login).expectProblem(401, "unauthenticated");
        await().atMost(PATIENCE).until(() -> me(there(), login).status() == 401);
        refresh(there(), login.at("/refreshToken")).expectProblem(401, "unauthenticated");
    }

    @Test
    void aTokenIsRefreshedOnEitherAndReuseEndsTheSessionOnBoth() throws Exception {
        String first = person.login().at("/refreshToken");
        String next = refresh(there(), first).expect(200).at("/refreshToken");
        assertThat(refresh(clinic.anonymous(), first).expect(200).at("/refreshToken"))
                .isEqualTo(next);
        Answer last = refresh(clinic.anonymous(), next).expect(200);
        UsedTokens.age(database, first);
        refresh(there(), first).expectProblem(401, "unauthenticated");
        me(there(), last).expectProblem(401, "unauthenticated");
        await().atMost(PATIENCE).until(() -> me(clinic.anonymous(), last).status() == 401);
    }

    @Test
    void manyAtOnceOnBothAreOneRotation() throws Exception {
        String token = person.login().at("/refreshToken");
        List<Callable<Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(() -> refresh(clinic.anonymous(), token));
            clients.add(() -> refresh(there(), token));
        }
        try (Race race = new Race(clients.size())) {
            List<Answer> answers = race.run(clients);
            assertThat(answers.stream()
                            .map(answer -> answer.expect(200).at("/refreshToken"))
                            .collect(Collectors.toSet()))
                    .hasSize(1);
            refresh(there(), answers.get(0).at("/refreshToken")).expect(200);
        }
    }

    /** R-AUTH-6. */
    @Test
    void whoGuessesOnBothIsSlowedDownOnBoth() {
        String address = Clinic.newAddress();
        Api here = clinic.from(address);
        Api there = there().with("X-Forwarded-For", address);
        String guess = Json.object("username", "nobody-" + Clinic.unique(), "password", "a guess that is wrong")
                .toString();
        for (Api node : List.of(here, there, here, there, here)) {
            node.post("/auth/login", guess).expectProblem(401, "unauthenticated");
        }
        Failures.happenedJustNow(clinic);
        for (Api node : List.of(there, here)) {
            assertThat(node.post("/auth/login", guess)
                            .expectProblem(429, "rate-limited")
                            .header("Retry-After"))
                    .isPresent();
        }
    }

    @Test
    void nodesThatHearNothingAskTheDatabase() throws Exception {
        Answer ending = person.login();
        Answer staying = person.login();
        UUID session = UUID.fromString(
                SignedJWT.parse(ending.at("/accessToken")).getJWTClaimsSet().getStringClaim("sid"));
        try (Connection own = database.connect();
                var statement = own.createStatement()) {
            String limit = "ALTER DATABASE " + own.getCatalog() + " CONNECTION LIMIT ";
            statement.execute(limit + "0");
            try {
                // the pools keep what they have; who listens cannot come back
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'miadi-events'");
                statement.execute("UPDATE sessions SET ended_at = now() WHERE id = '" + session + "'");
                for (Api node : List.of(clinic.anonymous(), there())) {
                    await().atMost(PATIENCE).until(() -> me(node, ending).status() == 401);
                    me(node, staying).expect(200);
                }
            } finally {
                statement.execute(limit + "-1");
            }
        }
        awaitListeners(2);
        me(there(), staying).expect(200);
        me(there(), ending).expectProblem(401, "unauthenticated");
    }
}
