package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.CheapHash;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Race;
import health.miadi.testing.SignedUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Who guesses is slowed down, and nobody else (R-AUTH-6). Hashing passwords takes time, which proves nothing here unless many
 * come at once: the others' accounts have a hash that is made quickly.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInThrottleIT {
    private static final String PASSWORD = SignedUp.PASSWORD;
    private static final int FREE = 5;

    private static final int FREE_OF_THE_FAMILIAR = 25;

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String registered = "first-" + Clinic.unique() + "@example.org";

    @BeforeAll
    void hashOnce() {
        clinic.anonymous()
                .post(
                        "/auth/register",
                        Json.object(
                                "email", registered,
                                "password", PASSWORD,
                                "firstName", "Per",
                                "lastName", "Son",
                                "dateOfBirth", "1990-12-31"))
                .expect(201);
    }

    /** A new account with the one password, which is checked quickly. */
    private String anAccount() {
        return anAccount(CheapHash.OF_THE_PASSWORD);
    }

    /** A new account whose password takes as long to check as everybody's. */
    private String aSlowAccount() {
        return anAccount(clinic.database()
                .texts("SELECT password_hash FROM users WHERE email = ?", registered)
                .get(0));
    }

    private String anAccount(String hash) {
        String name = "user-" + Clinic.unique();
        clinic.database().update("""
                INSERT INTO users (id, username, password_hash, role, enabled, created_at, updated_at)
                VALUES (gen_random_uuid(), ?, ?, 'patient', true, now(), now())
                """, name, hash);
        return name;
    }

    private static Answer login(Api api, String username, String password) {
        return api.post("/auth/login", Json.object("username", username, "password", password));
    }

    private static void fail(Api api, String username, int times) {
        for (int i = 0; i < times; i++) {
            login(api, username, "guess number " + i).expectProblem(401, "unauthenticated");
        }
    }

    private Answer slowed(Api api, String username) {
        Failures.happenedJustNow(clinic);
        return login(api, username, PASSWORD).expectProblem(429, "rate-limited");
    }

    private Api elsewhere() {
        return clinic.from(Clinic.newAddress());
    }

    @Test
    void fiveFailuresSlowAnAccountDownAtThatPlace() {
        String name = anAccount();
        Api here = elsewhere();
        fail(here, name, FREE);
        Answer refused = slowed(here, name);
        assertThat(refused.at("/rule")).isEqualTo("R-AUTH-6");
        assertThat(Long.parseLong(refused.header("Retry-After").orElse(""))).isBetween(1L, 15L);
    }

    @Test
    void theCaseOrTheWidthOfTheNameMakesNoDifference() {
        String name = anAccount();
        Api here = elsewhere();
        fail(here, name, 2);
        fail(here, name.toUpperCase(Locale.ROOT), 2);
        fail(here, name.replace("user", "ｕｓｅｒ"), 1);
        slowed(here, name);
    }

    @Test
    void aNameThatNobodyHasIsSlowedInTheSameWords() {
        Api here = elsewhere();
        Api there = elsewhere();
        String nobody = "nobody-" + Clinic.unique();
        String somebody = anAccount();
        fail(here, nobody, FREE);
        fail(there, somebody, FREE);
        Answer unknown = slowed(here, nobody);
        Answer known = slowed(there, somebody);
        assertThat(unknown.at("/detail")).isEqualTo(known.at("/detail"));
    }

    @Test
    void fiveFailuresOfManyNamesSlowAnAddressDown() {
        Api here = elsewhere();
        for (int i = 0; i < FREE; i++) {
            fail(here, anAccount(), 1);
        }
        slowed(here, anAccount());
        login(elsewhere(), anAccount(), PASSWORD).expect(200);
    }

    @Test
    void allAddressesOfAnIpv6NetworkAreOne() {
        String network = Clinic.newAddress();
        for (int i = 0; i < FREE; i++) {
            fail(clinic.from(network + i), anAccount(), 1);
        }
        slowed(clinic.from(network + "abc"), anAccount());
    }

    @Test
    void failuresOfOnePlaceDoNotSlowTheOwnerElsewhere() {
        String name = anAccount();
        Api stranger = elsewhere();
        fail(stranger, name, FREE);
        slowed(stranger, name);
        login(elsewhere(), name, PASSWORD).expect(200);
    }

    @Test
    void failuresOfManyPlacesSlowAnAccountDownExceptWhereItIsFamiliar() {
        String name = anAccount();
        Api home = elsewhere();
        login(home, name, PASSWORD).expect(200);
        for (int i = 0; i < FREE; i++) {
            fail(elsewhere(), name, 1);
        }
        Answer refused = slowed(elsewhere(), name);
        assertThat(Long.parseLong(refused.header("Retry-After").orElse(""))).isBetween(1L, 60L);
        login(home, name, PASSWORD).expect(200);
        // the owner got in: the account is slow for nobody any more
        login(elsewhere(), name, PASSWORD).expect(200);
    }

    @Test
    void neighboursWhoFailDoNotSlowTheOwnerWhereItIsFamiliar() {
        String name = anAccount();
        Api office = elsewhere();
        login(office, name, PASSWORD).expect(200);
        for (int i = 0; i < FREE; i++) {
            fail(office, anAccount(), 1);
        }
        slowed(office, anAccount());
        login(office, name, PASSWORD).expect(200);
    }

    @Test
    void whoGuessesWhereAnAccountIsFamiliarIsSlowedAllTheSame() {
        String name = anAccount();
        Api office = elsewhere();
        login(office, name, PASSWORD).expect(200);
        fail(office, name, FREE);
        slowed(office, name);
    }

    /** Finding M4, attack 57: a few passwords for each of many accounts, where all of them are familiar. */
    @Test
    void whoTriesManyAccountsWhereAllAreFamiliarIsSlowedInTheEnd() {
        Api office = elsewhere();
        List<String> staff = Stream.generate(this::anAccount)
                .limit(FREE_OF_THE_FAMILIAR / 2 + 1)
                .toList();
        staff.forEach(name -> login(office, name, PASSWORD).expect(200));
        for (int i = 0; i < FREE_OF_THE_FAMILIAR; i++) {
            fail(office, staff.get(i % staff.size()), 1);
        }
        Answer refused = slowed(office, staff.get(0));
        assertThat(Long.parseLong(refused.header("Retry-After").orElse(""))).isBetween(1L, 60L);
        login(elsewhere(), staff.get(0), PASSWORD).expect(200);
    }

    @Test
    void aSuccessClearsTheCount() {
        String name = anAccount();
        Api here = elsewhere();
        fail(here, name, FREE - 1);
        login(here, name, PASSWORD).expect(200);
        fail(here, name, FREE - 1);
        login(here, name, PASSWORD).expect(200);
    }

    @Test
    void anAccountOfOnesOwnDoesNotClearTheCountOfItsPlace() {
        String own = anAccount();
        Api here = elsewhere();
        for (int i = 0; i < FREE; i++) {
            login(here, own, PASSWORD).expect(200);
            fail(here, anAccount(), 1);
        }
        slowed(here, anAccount());
    }

    @Test
    void theDelayPassesAndTheFailuresAreForgotten() {
        String name = anAccount();
        Api here = elsewhere();
        fail(here, name, FREE);
        Failures.moveBack(clinic, "16 seconds");
        fail(here, name, 1);
        Answer slower = slowed(here, name);
        assertThat(Long.parseLong(slower.header("Retry-After").orElse(""))).isBetween(16L, 30L);
        Failures.moveBack(clinic, "15 minutes");
        fail(here, name, FREE - 1);
        login(here, name, PASSWORD).expect(200);
    }

    @Test
    void ofManyGuessesAtOnceNoMoreThanTheLimitAreChecked() throws Exception {
        String name = aSlowAccount();
        Api here = elsewhere();
        List<Callable<Answer>> guesses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String guess = "guess at once " + i;
            guesses.add(() -> login(here, name, guess));
        }
        try (Race race = new Race(guesses.size())) {
            List<Answer> answers = race.run(guesses);
            assertThat(answers.stream().filter(answer -> answer.status() == 401))
                    .hasSize(FREE);
            answers.stream()
                    .filter(answer -> answer.status() != 401)
                    .forEach(answer -> answer.expectProblem(429, "rate-limited"));
        }
    }

    @Test
    void manyRightPasswordsAtOnceAreNoGuesses() throws Exception {
        String name = aSlowAccount();
        Api here = elsewhere();
        Callable<Answer> signIn = () -> login(here, name, PASSWORD);
        try (Race race = new Race(8)) {
            assertThat(race.run(List.of(signIn, signIn, signIn, signIn, signIn, signIn, signIn, signIn)))
                    .allSatisfy(answer -> answer.expect(200));
        }
    }

    @Test
    void aDisabledAccountIsSlowedLikeAnyOther() {
        String name = anAccount();
        clinic.database().update("UPDATE users SET enabled = false WHERE username = ?", name);
        Api here = elsewhere();
        for (int i = 0; i < FREE; i++) {
            login(here, name, PASSWORD).expectProblem(401, "unauthenticated");
        }
        slowed(here, name);
    }

    @Test
    void neitherNamesNorAddressesStandInTheDatabase() {
        String name = anAccount();
        String address = Clinic.newAddress();
        fail(clinic.from(address), name, 1);
        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM sign_in_failures f WHERE f::text LIKE '%' || ? || '%'"
                                        + " OR f::text LIKE '%' || ? || '%'",
                                name, address))
                .isZero();
    }

    @Test
    void whoTriesWhichAddressesAreRegisteredIsSlowedDown() {
        Api here = elsewhere();
        var taken = Json.object(
                "email", registered,
                "password", PASSWORD,
                "firstName", "Per",
                "lastName", "Son",
                "dateOfBirth", "1990-12-31");
        for (int i = 0; i < FREE; i++) {
            here.post("/auth/register", taken).expectProblem(409, "duplicate");
        }
        here.post("/auth/register", taken).expectProblem(429, "rate-limited");
    }
}
