package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.GoogleVisitor;
import health.miadi.testing.Json;
import health.miadi.testing.SignedUp;
import health.miadi.testing.TestPatient;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Linking Google to an account that one is signed in to, and unlinking it (R-AUTH-4). */
class GoogleLinkIT {
    private static final ObjectNode PROOF = Json.object("currentPassword", SignedUp.PASSWORD);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String subject = Clinic.unique();
    private final ObjectNode claims = GoogleVisitor.claims("elsewhere-" + subject + "@example.org", "Zoë", "O'Hara");

    private Answer register() {
        return clinic.anonymous()
                .post(
                        "/auth/register",
                        Json.object(
                                "email", "here-" + Clinic.unique() + "@example.org",
                                "password", SignedUp.PASSWORD,
                                "firstName", "Per",
                                "lastName", "Son",
                                "dateOfBirth", "1990-12-31"))
                .expect(201);
    }

    private Answer link(Api person) {
        GoogleVisitor visitor = GoogleVisitor.linking(person, PROOF, clinic.anonymous());
        return visitor.comeBackToPage(visitor.agree(subject, claims)).expect(303);
    }

    private static boolean isLinked(Api person) {
        return person.get("/auth/me").expect(200).json().at("/googleLinked").asBoolean();
    }

    private long linkedTo(String user) {
        return clinic.database()
                .number(
                        "SELECT count(*) FROM users WHERE id = ? AND openid_subject = ?",
                        UUID.fromString(user),
                        subject);
    }

    @Test
    void whoLinksGoogleSignsInWithItToTheirOwnAccount() {
        Answer registered = register();
        Api person = clinic.as(registered.at("/accessToken"));
        String before = person.get("/auth/me").etag();
        assertThat(isLinked(person)).isFalse();

        assertThat(link(person).header("Location").orElseThrow()).endsWith("/");

        assertThat(isLinked(person)).isTrue();
        person.with("If-None-Match", before).get("/auth/me").expect(200);
        Answer signedIn =
                GoogleVisitor.of(clinic.anonymous()).signIn(subject, claims).expect(200);
        assertThat(signedIn.at("/user/id")).isEqualTo(registered.at("/user/id"));
    }

    @Test
    void whoUnlinksItIsSomebodyNewThere() {
        Answer registered = register();
        Api person = clinic.as(registered.at("/accessToken"));
        link(person);
        person.post("/auth/google/unlink", PROOF).expect(204);
        assertThat(isLinked(person)).isFalse();
        person.post("/auth/google/unlink").expect(204);
        Answer signedIn =
                GoogleVisitor.of(clinic.anonymous()).signIn(subject, claims).expect(200);
        assertThat(signedIn.at("/user/id")).isNotEqualTo(registered.at("/user/id"));
    }

    @Test
    void theOnlyWayToSignInStays() {
        Answer signedIn =
                GoogleVisitor.of(clinic.anonymous()).signIn(subject, claims).expect(200);
        Api person = clinic.as(signedIn.at("/accessToken"));
        person.post("/auth/google/unlink").expectProblem(409, "only-sign-in");
        assertThat(isLinked(person)).isTrue();
    }

    @Test
    void oneAccountHasOneLinkAndOneLinkHasOneAccount() {
        GoogleVisitor.of(clinic.anonymous()).signIn(subject, claims).expect(200);
        Answer registered = register();
        Api person = clinic.as(registered.at("/accessToken"));
        assertThat(link(person).header("Location").orElseThrow()).endsWith("?refused=account-conflict");
        assertThat(linkedTo(registered.at("/user/id"))).isZero();

        TestPatient other = clinic.aPatient();
        GoogleVisitor visitor = GoogleVisitor.linking(other.api(), clinic.anonymous());
        String another = Clinic.unique();
        visitor.comeBackToPage(visitor.agree(another, claims)).expect(303);
        other.api().post("/auth/google/link").expectProblem(409, "account-conflict");
    }

    /** Somebody begins to link their own account, and has somebody else's browser finish it. */
    @Test
    void nobodysGoogleIsLinkedToTheAccountOfSomebodyElse() {
        Answer attacker = register();
        GoogleVisitor begun = GoogleVisitor.linking(clinic.as(attacker.at("/accessToken")), PROOF, clinic.anonymous());
        String back = begun.agree(subject, claims);
        GoogleVisitor victim = GoogleVisitor.of(clinic.anonymous());
        victim.comeBack(back).expectProblem(400, "sign-in-failed");
        clinic.anonymous().with("Accept", "application/json").get(back).expectProblem(400, "sign-in-failed");
        assertThat(linkedTo(attacker.at("/user/id"))).isZero();
    }

    /** Whoever had the access token for a moment: the owner signs out, and nothing can be linked any more. */
    @Test
    void aLinkThatWasBegunEndsWithItsSession() {
        Answer registered = register();
        Api person = clinic.as(registered.at("/accessToken"));
        GoogleVisitor begun = GoogleVisitor.linking(person, PROOF, clinic.anonymous());
        String back = begun.agree(subject, claims);
        person.post("/auth/logout").expect(204);
        begun.comeBack(back).expectProblem(400, "sign-in-failed");
        assertThat(linkedTo(registered.at("/user/id"))).isZero();
    }

    /** R-AUTH-17, finding M3: whoever stole a token for a quarter of an hour makes no way in of it that stays. */
    @Test
    void aTokenAloneNeitherLinksNorUnlinks() {
        Answer registered = register();
        Api thief = clinic.as(registered.at("/accessToken"));
        for (ObjectNode proof : List.of(Json.object(), Json.object("currentPassword", "not the password"))) {
            Answer refused = thief.post("/auth/google/link", proof).expectProblem(400, "validation");
            assertThat(refused.at("/errors/0/pointer")).isEqualTo("/currentPassword");
        }
        thief.post("/auth/google/link").expectProblem(400, "validation");
        link(thief);
        thief.post("/auth/google/unlink").expectProblem(400, "validation");
        thief.post("/auth/google/unlink", Json.object("currentPassword", "not the password"))
                .expectProblem(400, "validation");
        assertThat(isLinked(thief)).isTrue();
    }

    /** R-AUTH-17, finding M3: who has no password has signed in just now. */
    @Test
    void whoHasNoPasswordLinksInAFreshSessionOnly() {
        TestPatient patient = clinic.aPatient();
        String ofThePatient = " WHERE user_id = (SELECT id FROM users WHERE person_id = ?)";
        clinic.database()
                .update("UPDATE sessions SET created_at = now() - interval '11 minutes'" + ofThePatient, patient.id());
        Answer refused = patient.api().post("/auth/google/link").expectProblem(403, "sign-in-again");
        assertThat(refused.at("/rule")).isEqualTo("R-AUTH-17");
        clinic.database().update("UPDATE sessions SET created_at = now()" + ofThePatient, patient.id());
        patient.api().post("/auth/google/link").expect(200);
    }

    /** R-AUTH-17, finding M3: who else is in is out with another way in, or one less. */
    @Test
    void otherSessionsEndWithEachChange() {
        Answer registered = register();
        Api person = clinic.as(registered.at("/accessToken"));
        for (Runnable change : List.<Runnable>of(() -> link(person), () -> person.post("/auth/google/unlink", PROOF)
                .expect(204))) {
            Answer elsewhere = clinic.anonymous()
                    .post(
                            "/auth/login",
                            Json.object("username", registered.at("/user/username"), "password", SignedUp.PASSWORD))
                    .expect(200);
            change.run();
            clinic.as(elsewhere.at("/accessToken")).get("/auth/me").expectProblem(401, "unauthenticated");
            person.get("/auth/me").expect(200);
        }
    }

    @Test
    void onlyWhoIsSignedInLinksOrUnlinks() {
        clinic.anonymous().post("/auth/google/link").expectProblem(401, "unauthenticated");
        clinic.anonymous().post("/auth/google/unlink").expectProblem(401, "unauthenticated");
    }
}
