package health.miadi.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.GoogleVisitor;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Linking Google to an account that one is signed in to, and unlinking it (R-AUTH-4). */
class GoogleLinkIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final String subject = Clinic.unique();
    private final ObjectNode claims = GoogleVisitor.claims("elsewhere-" + subject + "@example.org", "Zoë", "O'Hara");

    private Answer register() {
        return clinic.anonymous()
                .post(
                        "/auth/register",
                        Json.object(
                                "email", "here-" + Clinic.unique() + "@example.org",
                                "password", "a quiet river in October",
                                "firstName", "Per",
                                "lastName", "Son",
                                "dateOfBirth", "1990-12-31"))
                .expect(201);
    }

    private Answer link(Api person) {
        GoogleVisitor visitor = GoogleVisitor.linking(person, clinic.anonymous());
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
        person.post("/auth/google/unlink").expect(204);
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
        GoogleVisitor begun = GoogleVisitor.linking(clinic.as(attacker.at("/accessToken")), clinic.anonymous());
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
        GoogleVisitor begun = GoogleVisitor.linking(person, clinic.anonymous());
        String back = begun.agree(subject, claims);
        person.post("/auth/logout").expect(204);
        begun.comeBack(back).expectProblem(400, "sign-in-failed");
        assertThat(linkedTo(registered.at("/user/id"))).isZero();
    }

    @Test
    void onlyWhoIsSignedInLinksOrUnlinks() {
        clinic.anonymous().post("/auth/google/link").expectProblem(401, "unauthenticated");
        clinic.anonymous().post("/auth/google/unlink").expectProblem(401, "unauthenticated");
    }
}
