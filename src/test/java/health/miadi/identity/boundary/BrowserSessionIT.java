package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.SignedUp;
import health.miadi.testing.SuiteServer;
import java.net.URI;
import java.text.ParseException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R-AUTH-7: a browser's session in a cookie, and what it takes to use it (finding L2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserSessionIT {
    private static final String REFRESH = "__Host-miadi-refresh";
    private static final String CSRF = "__Host-miadi-csrf";
    private static final String FORMER_REFRESH = "__Secure-miadi-refresh";
    private static final String FORMER_CSRF = "__Secure-miadi-csrf";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final SignedUp person = SignedUp.at(clinic);
    private final URI address = SuiteServer.get().address();
    private final String ownOrigin = "http://" + address.getAuthority();

    /** What a page of ours sends without being asked. */
    private Api browser() {
        return clinic.anonymous().with("Origin", ownOrigin);
    }

    private Answer login() {
        ObjectNode credentials = person.credentials();
        credentials.put("cookie", true);
        return browser().post("/auth/login", credentials).expect(200);
    }

    private static String cookie(Answer answer, String name) {
        String set = answer.headers("Set-Cookie").stream()
                .filter(value -> value.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
        return set.substring(name.length() + 1, set.indexOf(';'));
    }

    private static String sent(Answer answer) {
        return REFRESH + "=" + cookie(answer, REFRESH) + "; " + CSRF + "=" + cookie(answer, CSRF);
    }

    private Api with(Answer session) {
        return browser().with("Cookie", sent(session)).with("X-CSRF-Token", session.at("/csrfToken"));
    }

    private void assertSignedIn(Answer tokens) {
        clinic.as(tokens.at("/accessToken")).get("/auth/me").expect(200);
    }

    private void assertStillGood(Answer session) {
        assertSignedIn(session);
        with(session).post("/auth/refresh").expect(200);
    }

    @Test
    void theRefreshTokenRidesInACookieThatScriptsCannotReadAndGoesNowhereElse() {
        ObjectNode registration = SignedUp.registration("browser-" + Clinic.unique() + "@example.org");
        registration.put("cookie", true);
        Answer registered = browser().post("/auth/register", registration).expect(201);
        for (Answer answer : List.of(registered, login())) {
            assertThat(answer.json().at("/refreshToken").isNull()).isTrue();
            List<String> cookies = answer.headers("Set-Cookie");
            assertThat(cookies).hasSize(4);
            assertThat(cookies.get(0))
                    .matches(REFRESH + "=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Strict;"
                            + " Max-Age=2592000");
            assertThat(cookies.get(1))
                    .matches(CSRF + "=[A-Za-z0-9_-]{43}; Path=/; Secure; SameSite=Strict; Max-Age=2592000");
            assertThat(answer.at("/csrfToken")).isEqualTo(cookie(answer, CSRF));
            assertThat(answer.text()).doesNotContain(cookie(answer, REFRESH));
            assertStillGood(answer);
        }
    }

    @Test
    void aPageThatHasOnlyItsCookiesGetsNewTokensAfterAReload() {
        Answer session = login();
        String csrf = cookie(session, CSRF);
        Answer reloaded = browser()
                .with("Cookie", sent(session))
                .with("X-CSRF-Token", csrf)
                .post("/auth/refresh")
                .expect(200);
        assertSignedIn(reloaded);
        assertThat(cookie(reloaded, REFRESH)).isNotEqualTo(cookie(session, REFRESH));
        assertThat(reloaded.at("/csrfToken")).isEqualTo(csrf).isEqualTo(cookie(reloaded, CSRF));
        assertThat(reloaded.json().at("/refreshToken").isNull()).isTrue();
        assertStillGood(reloaded);
    }

    /** R-AUTH-2: requests overtake each other, and each takes along what the jar has when it leaves. */
    @Test
    void tabsOfOneCookieJarStaySignedInHoweverTheirRequestsOvertakeEachOther() throws Exception {
        Answer session = login();
        AtomicReference<String> jar = new AtomicReference<>(cookie(session, REFRESH));
        Callable<Answer> tab = () -> {
            Answer last = session;
            for (int renewal = 0; renewal < 12; renewal++) {
                last = browser()
                        .with("Cookie", REFRESH + "=" + jar.get())
                        .with("X-CSRF-Token", session.at("/csrfToken"))
                        .post("/auth/refresh")
                        .expect(200);
                if (!last.headers("Set-Cookie").isEmpty()) {
                    jar.set(cookie(last, REFRESH));
                }
            }
            return last;
        };
        try (Race race = new Race(5)) {
            assertThat(race.run(Collections.nCopies(5, tab))).allSatisfy(this::assertSignedIn);
        }
    }

    @Test
    void severalTabsAtOnceEndUpWithTheSameCookie() throws Exception {
        Answer session = login();
        try (Race race = new Race(8)) {
            Callable<Answer> tab = () -> with(session).post("/auth/refresh");
            List<Answer> answers = race.run(Collections.nCopies(8, tab));
            assertThat(answers).allSatisfy(answer -> answer.expect(200));
            assertThat(answers.stream().map(answer -> cookie(answer, REFRESH)).collect(Collectors.toSet()))
                    .hasSize(1);
            assertStillGood(answers.get(7));
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "garbage",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "null",
            })
    void withoutItsCsrfTokenACookieDoesNothing(String csrf) {
        Answer session = login();
        Api forger = browser().with("Cookie", sent(session));
        Api client = csrf == null ? forger : forger.with("X-CSRF-Token", csrf);
        client.post("/auth/refresh").expectProblem(403, "forbidden");
        client.post("/auth/logout").expectProblem(403, "forbidden");
        assertStillGood(session);
    }

    @Test
    void theCsrfTokenOfAnotherSessionIsOfNoUse() {
        Answer session = login();
        Answer other = login();
        Api client = browser().with("Cookie", sent(session)).with("X-CSRF-Token", other.at("/csrfToken"));
        client.post("/auth/refresh").expectProblem(403, "forbidden");
        client.post("/auth/logout").expectProblem(403, "forbidden");
        assertStillGood(session);
        assertStillGood(other);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1", "nonsense"})
    void anothersPageCannotUseTheCookie(String origin) {
        Answer session = login();
        Api bare = clinic.anonymous().with("Cookie", sent(session)).with("X-CSRF-Token", session.at("/csrfToken"));
        Api page = origin == null ? bare : bare.with("Origin", origin);
        page.post("/auth/refresh").expectProblem(403, "forbidden");
        page.post("/auth/logout").expectProblem(403, "forbidden");
        assertStillGood(session);
    }

    @Test
    void anothersPageCannotSignABrowserIn() {
        ObjectNode credentials = person.credentials();
        credentials.put("cookie", true);
        Api page = clinic.anonymous().with("Origin", "https://evil.example");
        page.post("/auth/login", credentials).expectProblem(403, "forbidden");
        clinic.anonymous().post("/auth/login", credentials).expectProblem(403, "forbidden");
        ObjectNode registration = SignedUp.registration("evil-" + Clinic.unique() + "@example.org");
        registration.put("cookie", true);
        assertThat(page.post("/auth/register", registration)
                        .expectProblem(403, "forbidden")
                        .headers("Set-Cookie"))
                .isEmpty();
        page.post("/auth/login", person.credentials()).expect(200);
    }

    @Test
    void aTokenComesTheWayThatItsSessionsTokensCome() {
        Answer session = login();
        clinic.anonymous()
                .post("/auth/refresh", Json.object("refreshToken", cookie(session, REFRESH)))
                .expectProblem(401, "unauthenticated");
        Answer bodily = person.login();
        browser()
                .with("Cookie", REFRESH + "=" + bodily.at("/refreshToken"))
                .with("X-CSRF-Token", session.at("/csrfToken"))
                .post("/auth/refresh")
                .expectProblem(401, "unauthenticated");
        assertStillGood(session);
        clinic.anonymous()
                .post("/auth/refresh", Json.object("refreshToken", bodily.at("/refreshToken")))
                .expect(200);
    }

    @Test
    void aTokenInTheBodyCountsBeforeTheCookie() {
        Answer session = login();
        Answer bodily = person.login();
        Answer next = clinic.anonymous()
                .with("Cookie", sent(session))
                .post("/auth/refresh", Json.object("refreshToken", bodily.at("/refreshToken")))
                .expect(200);
        assertThat(next.at("/refreshToken")).isNotEmpty();
        assertThat(next.headers("Set-Cookie")).isEmpty();
        assertStillGood(session);
    }

    @Test
    void aCookieAuthenticatesNothingElse() {
        Answer session = login();
        with(session).get("/auth/me").expectProblem(401, "unauthenticated");
        with(session).get("/appointments").expectProblem(401, "unauthenticated");
        with(session)
                .put(
                        "/auth/password",
                        Json.object("currentPassword", SignedUp.PASSWORD, "newPassword", "a new one 123"))
                .expectProblem(401, "unauthenticated");
    }

    @Test
    void aBrowserThatHasOnlyItsCookieSignsOut() {
        Answer session = login();
        Answer gone = with(session).post("/auth/logout").expect(204);
        assertThat(gone.headers("Set-Cookie"))
                .containsExactly(
                        REFRESH + "=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0",
                        CSRF + "=; Path=/; Secure; SameSite=Strict; Max-Age=0",
                        FORMER_REFRESH + "=; Path=/api/v1/auth; Secure; HttpOnly; SameSite=Strict; Max-Age=0",
                        FORMER_CSRF + "=; Path=/; Secure; SameSite=Strict; Max-Age=0");
        clinic.as(session.at("/accessToken")).get("/auth/me").expectProblem(401, "unauthenticated");
        with(session).post("/auth/refresh").expectProblem(401, "unauthenticated");
    }

    /** R-AUTH-3, finding H1: a page that was idle for a while signs out with the access token that it has. */
    @Test
    void anAccessTokenThatIsNotGoodAnyMoreKeepsNobodyFromSigningOut() {
        Answer ended = login();
        with(ended).post("/auth/logout").expect(204);
        for (String authorization : List.of("Bearer " + ended.at("/accessToken"), "Bearer expired", "Basic YTpi")) {
            Answer session = login();
            browser()
                    .with("Cookie", sent(session))
                    .with("Authorization", authorization)
                    .post("/auth/logout")
                    .expectProblem(403, "forbidden");
            assertSignedIn(session);
            with(session)
                    .with("Authorization", authorization)
                    .post("/auth/logout")
                    .expect(204);
            clinic.as(session.at("/accessToken")).get("/auth/me").expectProblem(401, "unauthenticated");
            with(session).post("/auth/refresh").expectProblem(401, "unauthenticated");
        }
        browser().with("Authorization", "Bearer expired").post("/auth/logout").expectProblem(401, "unauthenticated");
    }

    /** R-AUTH-3: signing out leaves no cookie behind, whatever lies beside ours and whatever has become of the session. */
    @Test
    void aSignOutTakesBackWhateverCookieTheBrowserHas() {
        Answer planted = login();
        Answer session = login();
        Answer gone = browser()
                .with("Cookie", REFRESH + "=" + cookie(planted, REFRESH) + "; " + sent(session))
                .with("X-CSRF-Token", session.at("/csrfToken"))
                .post("/auth/logout")
                .expect(204);
        assertThat(gone.headers("Set-Cookie")).hasSize(4);
        with(session).post("/auth/refresh").expectProblem(401, "unauthenticated");
        assertStillGood(planted);

        clinic.database().update("DELETE FROM sessions WHERE id = ?::uuid", sessionOf(session));
        assertThat(with(session).post("/auth/logout").expect(204).headers("Set-Cookie"))
                .hasSize(4);
    }

    @Test
    void aSessionFromBeforeGoesOnWithItsCookieOfAnotherName() {
        Answer session = login();
        Answer next = browser()
                .with("Cookie", FORMER_REFRESH + "=" + cookie(session, REFRESH))
                .with("X-CSRF-Token", session.at("/csrfToken"))
                .post("/auth/refresh")
                .expect(200);
        assertThat(next.headers("Set-Cookie"))
                .anyMatch(set -> set.startsWith(FORMER_REFRESH + "=;") && set.endsWith("Max-Age=0"));
        assertStillGood(next);
    }

    /** Attack 7 of the review: another host of the same domain can plant a cookie of the former name, and none of this one. */
    @Test
    void aCookieThatANeighbourPlantedLocksNobodyOut() {
        Answer planted = login();
        Answer session = login();
        String former = FORMER_REFRESH + "=" + cookie(planted, REFRESH);
        browser()
                .with("Cookie", former + "; " + former + "x; " + sent(session))
                .with("X-CSRF-Token", session.at("/csrfToken"))
                .post("/auth/refresh")
                .expect(200);
        ObjectNode credentials = person.credentials();
        credentials.put("cookie", true);
        Answer again = browser()
                .with("Cookie", former + "; " + former + "x")
                .post("/auth/login", credentials)
                .expect(200);
        assertThat(again.headers("Set-Cookie"))
                .anyMatch(set -> set.startsWith(FORMER_REFRESH + "=;") && set.endsWith("Max-Age=0"));
    }

    private static String sessionOf(Answer session) {
        try {
            return SignedJWT.parse(session.at("/accessToken")).getJWTClaimsSet().getStringClaim("sid");
        } catch (ParseException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** R-AUTH-3, finding L1: what a browser's new sign-in replaces is of no use to whoever kept its cookie. */
    @Test
    void aNewSignInEndsTheSessionWhoseCookieItReplaces() {
        Answer first = login();
        ObjectNode wrong = person.credentials();
        wrong.put("cookie", true).put("password", "not the right one");
        with(first).post("/auth/login", wrong).expectProblem(401, "unauthenticated");
        assertSignedIn(first);

        ObjectNode credentials = person.credentials();
        credentials.put("cookie", true);
        Answer second = browser()
                .with("Cookie", sent(first))
                .post("/auth/login", credentials)
                .expect(200);
        with(first).post("/auth/refresh").expectProblem(401, "unauthenticated");

        ObjectNode registration = SignedUp.registration("replacing-" + Clinic.unique() + "@example.org");
        registration.put("cookie", true);
        Answer third = browser()
                .with("Cookie", sent(second))
                .post("/auth/register", registration)
                .expect(201);
        with(second).post("/auth/refresh").expectProblem(401, "unauthenticated");
        assertStillGood(third);
    }

    @Test
    void aChangedPasswordKeepsABrowserABrowser() {
        SignedUp changing = SignedUp.at(clinic);
        ObjectNode credentials = changing.credentials();
        credentials.put("cookie", true);
        Answer session = browser().post("/auth/login", credentials).expect(200);
        Answer changed = clinic.as(session.at("/accessToken"))
                .put(
                        "/auth/password",
                        Json.object("currentPassword", SignedUp.PASSWORD, "newPassword", "a new one 123 x"))
                .expect(200);
        with(session).post("/auth/refresh").expectProblem(401, "unauthenticated");
        assertThat(changed.json().at("/refreshToken").isNull()).isTrue();
        assertThat(changed.at("/csrfToken")).isNotEqualTo(session.at("/csrfToken"));
        assertStillGood(changed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REFRESH + "=",
                REFRESH + "=garbage",
                REFRESH + "=\"AAAA\"",
                REFRESH + "=a%0d%0aSet-Cookie: x=y",
                REFRESH + "=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                REFRESH + "; " + REFRESH,
                "$Version=1; " + REFRESH + "=x; $Path=/",
                ";;;=;,",
            })
    void whatIsNoCookieOfOursIsRefused(String cookie) {
        Answer refused = browser()
                .with("Cookie", cookie)
                .with("X-CSRF-Token", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .post("/auth/refresh")
                .expectProblem(401, "unauthenticated");
        assertThat(refused.headers("Set-Cookie")).isEmpty();
        assertThat(refused.text()).doesNotContain("garbage");
    }

    @Test
    void aSecondCookieOfTheSameNameIsNotChosenFrom() {
        Answer session = login();
        browser()
                .with("Cookie", REFRESH + "=" + cookie(login(), REFRESH) + "; " + sent(session))
                .with("X-CSRF-Token", session.at("/csrfToken"))
                .post("/auth/refresh")
                .expectProblem(401, "unauthenticated");
        assertStillGood(session);
    }
}
