package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SignedUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changing one's own password (R-AUTH-1, R-AUTH-3). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasswordResourceIT {
    private static final String NEW = "another river in November";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final SignedUp person = SignedUp.at(clinic);

    private Answer change(Answer tokens, String current, String wanted) {
        return clinic.as(tokens.at("/accessToken"))
                .put("/auth/password", Json.object("currentPassword", current, "newPassword", wanted));
    }

    private Answer login(SignedUp who, String password) {
        return clinic.anonymous().post("/auth/login", Json.object("username", who.email(), "password", password));
    }

    @Test
    void endsEverySessionAndOpensANewOne() {
        SignedUp changing = SignedUp.at(clinic);
        Answer elsewhere = changing.registered();
        Answer here = changing.login();
        Answer changed = change(here, SignedUp.PASSWORD, NEW).expect(200);
        for (Answer ended : new Answer[] {elsewhere, here}) {
            clinic.as(ended.at("/accessToken")).get("/auth/me").expectProblem(401, "unauthenticated");
            clinic.anonymous()
                    .post("/auth/refresh", Json.object("refreshToken", ended.at("/refreshToken")))
                    .expectProblem(401, "unauthenticated");
        }
        clinic.as(changed.at("/accessToken")).get("/auth/me").expect(200);
        clinic.anonymous()
                .post("/auth/refresh", Json.object("refreshToken", changed.at("/refreshToken")))
                .expect(200);
        login(changing, SignedUp.PASSWORD).expectProblem(401, "unauthenticated");
        login(changing, NEW).expect(200);
    }

    /** R-AUTH-3: whoever changes it asks who else stays. */
    @Test
    void leavesOtherSessionsToWhoWantsThem() {
        SignedUp changing = SignedUp.at(clinic);
        Answer elsewhere = changing.registered();
        Answer here = changing.login();
        Answer changed = clinic.as(here.at("/accessToken"))
                .put(
                        "/auth/password",
                        Json.object("currentPassword", SignedUp.PASSWORD, "newPassword", NEW)
                                .put("endOtherSessions", false))
                .expect(200);
        clinic.as(here.at("/accessToken")).get("/auth/me").expectProblem(401, "unauthenticated");
        clinic.as(changed.at("/accessToken")).get("/auth/me").expect(200);
        clinic.as(elsewhere.at("/accessToken")).get("/auth/me").expect(200);
        clinic.anonymous()
                .post("/auth/refresh", Json.object("refreshToken", elsewhere.at("/refreshToken")))
                .expect(200);

        change(changed, NEW, SignedUp.PASSWORD).expect(200);
        clinic.as(elsewhere.at("/accessToken")).get("/auth/me").expectProblem(401, "unauthenticated");
    }

    @Test
    void needsTheCurrentOneAndSignsNobodyOutForAWrongOne() {
        Answer login = person.login();
        Answer refused = change(login, "not the password", NEW).expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/currentPassword");
        clinic.as(login.at("/accessToken")).get("/auth/me").expect(200);
        login(person, NEW).expect(401);
    }

    @Test
    void isOfNoUseToAnAccountWithoutAPassword() {
        Answer refused = clinic.aPatient()
                .api()
                .put("/auth/password", Json.object("currentPassword", "anything", "newPassword", NEW))
                .expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/currentPassword");
    }

    @ParameterizedTest
    @CsvSource({"password12345, /newPassword", "short, /newPassword"})
    void minds(String wanted, String pointer) {
        Answer refused = clinic.as(person.login().at("/accessToken"))
                .wrongOnPurpose()
                .put("/auth/password", Json.object("currentPassword", SignedUp.PASSWORD, "newPassword", wanted))
                .expectProblem(400, "validation");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void isForSomebodyWhoIsSignedIn() {
        clinic.anonymous()
                .put("/auth/password", Json.object("currentPassword", SignedUp.PASSWORD, "newPassword", NEW))
                .expectProblem(401, "unauthenticated");
    }
}
