package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SignedUp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Registering is limited where it costs, and a flood of it keeps nobody from signing in (H3, H4, R-AUTH-12). */
class RegistrationLimitsIT {
    private static final int OF_A_PLACE = 20;
    private static final int FLOOD = 24;
    private static final int SIGN_INS = 6;
    private static final int LONG_SECONDS = 120;
    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;

    /** All that the judge of passwords could take for letters: it took seconds for one of these. */
    private static final String HARD_TO_JUDGE = "4@8({[<3691!|70$5+%2 quiet river";

    private final Clinic clinic = Clinic.ofTheSuite();

    private static Answer register(Api api, String password) {
        String email = "person-" + Clinic.unique() + "@example.org";
        return api.post("/auth/register", SignedUp.registration(email).put("password", password));
    }

    @Test
    void everyRegistrationOfAPlaceCountsWhetherItSucceedsOrNot() {
        Api here = clinic.from(Clinic.newAddress());
        register(here, SignedUp.PASSWORD).expect(CREATED);
        for (int i = 1; i < OF_A_PLACE; i++) {
            register(here, "password1234").expectProblem(400, "validation");
        }
        Answer refused = register(here, SignedUp.PASSWORD).expectProblem(429, "rate-limited");
        assertThat(refused.at("/rule")).isEqualTo("R-AUTH-12");
        assertThat(Long.parseLong(refused.header("Retry-After").orElse(""))).isBetween(1L, 180L);
        register(clinic.from(Clinic.newAddress()), SignedUp.PASSWORD).expect(CREATED);
    }

    @Test
    void labelsWithoutEndAreRefusedLikeAnyOtherAddress() {
        String email = "a@a" + ".a".repeat(9_900);
        Api here = clinic.from(Clinic.newAddress()).wrongOnPurpose();
        here.post("/auth/register", SignedUp.registration(email)).expectProblem(400, "validation");
        here.post("/auth/setup", Json.object("code", "x", "username", email, "password", SignedUp.PASSWORD))
                .expectProblem(400, "validation");
    }

    @Test
    void aFloodOfRegistrationsKeepsNobodyFromSigningIn() throws Exception {
        SignedUp patient = SignedUp.at(clinic);
        CountDownLatch full = new CountDownLatch(1);
        AtomicBoolean enough = new AtomicBoolean();
        Callable<List<Answer>> flood = () -> {
            List<Answer> answers = new ArrayList<>();
            while (!enough.get() && answers.size() < OF_A_PLACE) {
                Answer answer = register(clinic.from(Clinic.newAddress()), HARD_TO_JUDGE);
                answers.add(answer);
                if (answer.status() == UNAVAILABLE) {
                    full.countDown();
                }
            }
            return answers;
        };
        ExecutorService clients = Executors.newFixedThreadPool(FLOOD);
        try {
            List<Future<List<Answer>>> all = new ArrayList<>();
            for (int i = 0; i < FLOOD; i++) {
                all.add(clients.submit(flood));
            }
            assertThat(full.await(LONG_SECONDS, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < SIGN_INS; i++) {
                patient.login();
            }
            enough.set(true);
            for (Future<List<Answer>> one : all) {
                assertThat(one.get(LONG_SECONDS, TimeUnit.SECONDS))
                        .allSatisfy(answer -> assertThat(answer.status()).isIn(CREATED, UNAVAILABLE));
            }
        } finally {
            clients.shutdownNow();
        }
    }
}
