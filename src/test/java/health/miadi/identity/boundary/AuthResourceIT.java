package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registering, signing in, and what the token says (R-AUTH-1, -2, -5, -8). */
class AuthResourceIT {

    private static final String PASSWORD = "a quiet river in October";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String email = "Person-" + Clinic.unique() + "@example.org";

    private ObjectNode registration() {
        return Json.object(
                "email", email,
                "password", PASSWORD,
                "firstName", "Per",
                "lastName", "Son",
                "dateOfBirth", "1990-12-31");
    }

    private Answer login(String username, String password) {
        return clinic.anonymous().post("/auth/login", Json.object("username", username, "password", password));
    }

    @Nested
    class Register {

        @Test
        void makesAPatientWhoIsSignedIn() {
            Answer answer =
                    clinic.anonymous().post("/auth/register", registration()).expect(201);
            assertThat(answer.header("Location")).isPresent();
            assertThat(answer.at("/tokenType")).isEqualTo("Bearer");
            assertThat(answer.at("/user/role")).isEqualTo("patient");
            Answer me = clinic.as(answer.at("/accessToken")).get("/auth/me").expect(200);
            assertThat(me.at("/personId")).isEqualTo(answer.at("/user/personId"));
            clinic.as(answer.at("/accessToken"))
                    .get("/patients/" + answer.at("/user/personId"))
                    .expect(200);
        }

        @Test
        void refusesASecondAccountForAnAddressWhateverItsCase() {
            clinic.anonymous().post("/auth/register", registration()).expect(201);
            ObjectNode again = registration().put("email", email.toUpperCase(Locale.ROOT));
            clinic.anonymous().post("/auth/register", again).expectProblem(409, "duplicate");
            assertThat(clinic.database().number("SELECT count(*) FROM persons WHERE lower(email) = lower(?)", email))
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"short", "password1234", "123456789012", "qwertyuiop12", "aaaaaaaaaaaaaaaa"})
        void refusesAWeakPassword(String weak) {
            Answer answer = clinic.anonymous()
                    .wrongOnPurpose()
                    .post("/auth/register", registration().put("password", weak))
                    .expectProblem(400, "validation");
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/password");
            assertThat(clinic.database().number("SELECT count(*) FROM persons WHERE email = ?", email))
                    .isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"2999-01-01", "1869-12-31", "1990-02-30", "1990-13-01", "31.12.1990", "10000-01-01"})
        void refusesABirthThatCannotBe(String birth) {
            Answer answer = clinic.anonymous()
                    .wrongOnPurpose()
                    .post("/auth/register", registration().put("dateOfBirth", birth))
                    .expectProblem(400, "validation");
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/dateOfBirth");
        }

        @Test
        void doesNotLetAnyoneChooseARole() {
            clinic.anonymous()
                    .wrongOnPurpose()
                    .post("/auth/register", registration().put("role", "admin"))
                    .expectProblem(400, "validation");
        }
    }

    @Nested
    class Login {

        @Test
        void takesTheAddressInAnyCase() {
            clinic.anonymous().post("/auth/register", registration()).expect(201);
            login(email.toLowerCase(Locale.ROOT), PASSWORD).expect(200);
            login(email.toUpperCase(Locale.ROOT), PASSWORD).expect(200);
        }

        @Test
        void saysTheSameOfAnUnknownNameAndAWrongPassword() {
            clinic.anonymous().post("/auth/register", registration()).expect(201);
            Answer wrong = login(email, PASSWORD + "!").expectProblem(401, "unauthenticated");
            Answer unknown = login("nobody-" + email, PASSWORD).expectProblem(401, "unauthenticated");
            assertThat(unknown.text()).isEqualTo(wrong.text());
            assertThat(wrong.header("WWW-Authenticate")).isPresent();
        }

        @Test
        void refusesADisabledAccount() {
            clinic.anonymous().post("/auth/register", registration()).expect(201);
            clinic.database().update("UPDATE users SET enabled = false WHERE lower(email) = lower(?)", email);
            login(email, PASSWORD).expectProblem(401, "unauthenticated");
        }

        @Test
        void answersATokenThatThePublishedKeyVerifies() throws Exception {
            clinic.anonymous().post("/auth/register", registration()).expect(201);
            Answer answer = login(email, PASSWORD).expect(200);
            SignedJWT token = SignedJWT.parse(answer.at("/accessToken"));
            JWKSet keys = JWKSet.parse(clinic.anonymous()
                    .outsideTheContract()
                    .get("//.well-known/jwks.json")
                    .expect(200)
                    .text());
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
            Answer registered =
                    clinic.anonymous().post("/auth/register", registration()).expect(201);
            Answer me = clinic.as(registered.at("/accessToken")).get("/auth/me").expect(200);
            assertThat(me.at("/role")).isEqualTo("patient");
            assertThat(me.text()).contains("Per").contains("Son").doesNotContainIgnoringCase("password");
        }
    }
}
