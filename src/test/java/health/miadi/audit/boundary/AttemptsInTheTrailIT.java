package health.miadi.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Api;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SignedUp;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What changed, and what was tried: R-REC-6 and R-REC-7 (finding M5). */
class AttemptsInTheTrailIT {
    private final Clinic clinic = Clinic.ofTheSuite();

    /** R-REC-6: a granted role is told from a changed address, and neither the former nor the new value is there. */
    @Test
    void aChangeNamesItsFieldsAndNoValue() {
        Answer user = clinic.admin()
                .post("/users", Json.object("username", "user-" + Clinic.unique(), "role", "admin"))
                .expect(201);
        String address = "changed-" + Clinic.unique() + "@example.org";
        Answer renamed = clinic.admin()
                .ifMatch(user.etag())
                .patch("/users/" + user.at("/id"), Json.object("email", address))
                .expect(200);
        clinic.admin()
                .ifMatch(renamed.etag())
                .patch("/users/" + user.at("/id"), Json.object("enabled", false))
                .expect(200);

        assertThat(details(user.at("/id"), "changed")).containsExactly("email", "enabled");
        assertThat(clinic.database()
                        .number("SELECT count(*) FROM audit_entries e WHERE e::text LIKE '%' || ? || '%'", address))
                .isZero();
    }

    /** R-REC-6. */
    @Test
    void soDoChangesOfAFileAndOfAVisit() {
        TestPatient patient = clinic.aPatient();
        TestProvider provider = clinic.aProvider().workingMondays("09:00", "17:00");
        Answer file = patient.api().get("/patients/" + patient.id()).expect(200);
        patient.api()
                .ifMatch(file.etag())
                .put(
                        "/patients/" + patient.id(),
                        Json.object(
                                "firstName",
                                file.at("/firstName"),
                                "lastName",
                                file.at("/lastName"),
                                "dateOfBirth",
                                file.at("/dateOfBirth"),
                                "email",
                                file.at("/email"),
                                "gender",
                                "female"))
                .expect(200);
        Answer visit = patient.api()
                .post("/appointments", Json.object("providerId", provider.id(), "start", provider.mondayAt("09:00")))
                .expect(201);
        patient.api()
                .ifMatch(visit.etag())
                .patch("/appointments/" + visit.at("/id"), Json.object("reason", "a cough"))
                .expect(200);

        assertThat(details(patient.id().toString(), "changed")).containsExactly("gender");
        assertThat(details(visit.at("/id"), "amended")).containsExactly("reason");
    }

    /** R-REC-7: who guesses at a session that stands open. */
    @Test
    void aWrongCurrentPasswordLeavesAnEntry() {
        SignedUp somebody = SignedUp.at(clinic);
        String user = somebody.registered().at("/user/id");
        Api signedIn = clinic.as(somebody.login().at("/accessToken")).with("X-Forwarded-For", Clinic.newAddress());

        signedIn.put(
                        "/auth/password",
                        Json.object("currentPassword", "not the password", "newPassword", "a slow boat in November"))
                .expectProblem(400, "validation");

        assertThat(clinic.database()
                        .texts("SELECT outcome || ' ' || detail FROM audit_entries WHERE action = 'password_confirmed'"
                                + " AND entity_id = '" + user + "' AND actor_id = '" + user + "'"))
                .containsExactly("refused wrong-password");
    }

    /** R-REC-7: sign-ins that are slowed down. */
    @Test
    void aLimitThatIsHitLeavesAnEntry() {
        String request = "limit-" + UUID.randomUUID();
        Api here = clinic.from(Clinic.newAddress()).with("X-Request-Id", request);
        String nobody = "nobody-" + Clinic.unique();
        for (int i = 0; i < 6; i++) {
            here.post("/auth/login", Json.object("username", nobody, "password", "not the password"));
        }
        here.post("/auth/login", Json.object("username", nobody, "password", "not the password"))
                .expectProblem(429, "rate-limited");

        assertThat(clinic.database()
                        .texts("SELECT action || ' ' || outcome FROM audit_entries WHERE request_id = '" + request
                                + "' AND detail = 'rate-limited'"))
                .isNotEmpty()
                .containsOnly("signed_in refused");
    }

    /** R-REC-7: a token that nobody of ours made, told from one that has only expired. */
    @Test
    void aForgedTokenLeavesAnEntryAndAnExpiredOneNone() {
        String forged = "forged-" + UUID.randomUUID();
        String expired = "expired-" + UUID.randomUUID();
        Instant past = Instant.parse("2026-01-01T00:00:00Z");
        clinic.as("eyJhbGciOiJub25lIn0.e30.")
                .with("X-Request-Id", forged)
                .get("/auth/me")
                .expectProblem(401, "unauthenticated");
        clinic.as(clinic.accounts()
                        .token(claims -> claims.subject(UUID.randomUUID().toString())
                                .claim("upn", "late")
                                .claim("groups", List.of("patient"))
                                .issueTime(Date.from(past))
                                .notBeforeTime(Date.from(past))
                                .expirationTime(Date.from(past.plusSeconds(900)))))
                .with("X-Request-Id", expired)
                .get("/auth/me")
                .expectProblem(401, "unauthenticated");

        assertThat(clinic.database()
                        .texts(
                                "SELECT action || ' ' || outcome || ' ' || detail || ' ' || actor_role FROM audit_entries"
                                        + " WHERE request_id = '" + forged + "' AND address IS NOT NULL"))
                .containsExactly("signed_in refused forged-token anonymous");
        assertThat(clinic.database().number("SELECT count(*) FROM audit_entries WHERE request_id = ?", expired))
                .isZero();
    }

    private List<String> details(String thing, String action) {
        return clinic.database()
                .texts("SELECT coalesce(detail, 'nothing') FROM audit_entries WHERE action = '" + action
                        + "' AND entity_id = '" + thing + "' ORDER BY at, id");
    }
}
