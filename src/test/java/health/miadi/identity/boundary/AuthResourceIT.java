package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in, and what the token says (R-AUTH-1, -2, -8). One account serves all: hashing passwords takes time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthResourceIT {

    private static final String PASSWORD = "a quiet river in October";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String email = "Person-" + Clinic.unique() + "@example.org";

    private final Answer registered = register(email);

    private Answer register(String address) {
        return clinic.anonymous()
                .post(
                        "/auth/register",
                        Json.object(
                                "email", address,
                                "password", PASSWORD,
                                "firstName", "Per",
                                "lastName", "Son",
                                "dateOfBirth", "1990-12-31"))
                .expect(201);
    }

    /** From another place each time: these tests fail more often than one place may (R-AUTH-6). */
    private Answer login(String username, String password) {
        return clinic.from(Clinic.newAddress())
                .post("/auth/login", Json.object("username", username, "password", password));
    }

    @Nested
    class Login {

        @Test
        void doesNotLookAtATokenThatComesAlong() {
            for (String token : new String[] {"garbage", registered.at("/accessToken") + "x"}) {
                clinic.as(token)
                        .post("/auth/login", Json.object("username", email, "password", PASSWORD))
                        .expect(200);
                clinic.as(token).get("/config").expect(200);
                clinic.as(token).get("/auth/me").expectProblem(401, "unauthenticated");
            }
        }

        @Test
        void takesTheAddressInAnyCase() {
            login(email.toLowerCase(Locale.ROOT), PASSWORD).expect(200);
            login(email.toUpperCase(Locale.ROOT), PASSWORD).expect(200);
        }

        @Test
        void saysTheSameOfAnUnknownNameAndAWrongPassword() {
            Answer wrong = login(email, PASSWORD + "!").expectProblem(401, "unauthenticated");
            Answer unknown = login("nobody-" + email, PASSWORD).expectProblem(401, "unauthenticated");
            assertThat(unknown.text()).isEqualTo(wrong.text());
            assertThat(wrong.header("WWW-Authenticate")).isPresent();
        }

        @Test
        void takesAsLongForAnUnknownNameAsForAWrongPassword() {
            long wrong = Long.MAX_VALUE;
            long unknown = Long.MAX_VALUE;
            for (int i = 0; i < 2; i++) {
                wrong = Math.min(wrong, nanosToRefuse(email));
                unknown = Math.min(unknown, nanosToRefuse("nobody-" + email));
            }
            // hashing is nearly all of it, some hundred milliseconds: without it a few would be left
            assertThat(unknown).isGreaterThan(wrong / 8);
        }

        private long nanosToRefuse(String username) {
            long begun = System.nanoTime();
            login(username, "not the password").expect(401);
            return System.nanoTime() - begun;
        }

        @ParameterizedTest
        @CsvSource({"a\\u0000b, 400", "\\ud800, 400", "x' OR 1=1 --, 401"})
        void knowsNobodyByAStrangeName(String escaped, int status) {
            clinic.anonymous()
                    .wrongOnPurpose()
                    .post("/auth/login", "{\"username\":\"" + escaped + "\",\"password\":\"" + PASSWORD + "\"}")
                    .expect(status);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                /username | {"password": "x"}
                /username | {"username": null, "password": "x"}
                /username | {"username": "", "password": "x"}
                /username | {"username": 7, "password": "x"}
                /password | {"username": "x"}
                /password | {"username": "x", "password": ["x"]}
                /pasword  | {"username": "x", "pasword": "x"}
                """)
        void namesAWrongMember(String pointer, String body) {
            Answer refused = clinic.anonymous()
                    .wrongOnPurpose()
                    .post("/auth/login", body)
                    .expectProblem(400, "validation");
            assertThat(refused.json().at("/errors").findValuesAsText("pointer")).contains(pointer);
        }

        @Test
        void refusesADisabledAccount() {
            String closed = "closed-" + Clinic.unique() + "@example.org";
            register(closed);
            clinic.database().update("UPDATE users SET enabled = false WHERE email = ?", closed);
            login(closed, PASSWORD).expectProblem(401, "unauthenticated");
        }

        @Test
        void answersATokenThatThePublishedKeyVerifies() throws Exception {
            Answer answer = login(email, PASSWORD).expect(200);
            SignedJWT token = SignedJWT.parse(answer.at("/accessToken"));
            Answer published = clinic.anonymous()
                    .outsideTheContract()
                    .get("//.well-known/jwks.json")
                    .expect(200);
            assertThat(published.header("Content-Type")).hasValue("application/jwk-set+json");
            JWKSet keys = JWKSet.parse(published.text());
            var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
            assertThat(key.isPrivate()).isFalse();
            assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
            JWTClaimsSet claims = token.getJWTClaimsSet();
            assertThat(claims.getStringClaim("upn")).isEqualToIgnoringCase(email);
            assertThat(claims.getStringListClaim("groups")).isEqualTo(List.of("patient"));
            assertThat(claims.getIssuer()).isNotEmpty();
            assertThat(claims.getAudience()).isNotEmpty();
            assertThat(claims.getJWTID()).isNotEmpty();
            long seconds = (claims.getExpirationTime().getTime()
                            - claims.getIssueTime().getTime())
                    / 1000;
            assertThat(seconds).isEqualTo(15 * 60).isEqualTo(Long.parseLong(answer.at("/expiresIn")));
        }
    }

    @Nested
    class Me {

        @Test
        void isForSomebodyWhoIsSignedIn() {
            clinic.anonymous().get("/auth/me").expectProblem(401, "unauthenticated");
        }

        @Test
        void tellsTheAccountAndThePerson() {
            Answer me = clinic.as(registered.at("/accessToken")).get("/auth/me").expect(200);
            assertThat(me.at("/role")).isEqualTo("patient");
            assertThat(me.json().at("/hasPassword").asBoolean()).isTrue();
            assertThat(me.text().replace("\"hasPassword\":", ""))
                    .contains("Per")
                    .contains("Son")
                    .doesNotContainIgnoringCase("password");
        }

        @Test
        void tellsAnAdminThatTheAccountIsNobodys() {
            Answer me = clinic.admin().get("/auth/me").expect(200);
            assertThat(me.at("/role")).isEqualTo("admin");
            assertThat(me.json().at("/person").isNull()).isTrue();
        }

        @Test
        void changesItsTagWhenThePersonChanges() {
            TestPatient patient = clinic.aPatient();
            Answer me = patient.api().get("/auth/me").expect(200);
            patient.api().with("If-None-Match", me.etag()).get("/auth/me").expect(304);
            Answer file = patient.api().get("/patients/" + patient.id()).expect(200);
            patient.api()
                    .ifMatch(file.etag())
                    .put("/patients/" + patient.id(), Json.object("firstName", "New", "lastName", "Name"))
                    .expect(200);
            assertThat(patient.api()
                            .with("If-None-Match", me.etag())
                            .get("/auth/me")
                            .expect(200)
                            .at("/person/firstName"))
                    .isEqualTo("New");
        }
    }
}
