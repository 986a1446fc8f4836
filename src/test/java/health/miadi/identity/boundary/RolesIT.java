package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.SuiteServer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** R-AUTH-8: who may call what is decided by the server, on every server that the WAR runs on. */
class RolesIT {

    private final Clinic clinic = Clinic.ofTheSuite();
    private final String name = "Vider-" + Clinic.unique();
    private final ObjectNode provider =
            Json.object("firstName", "Pro", "lastName", name, "cadre", "nurse", "timeZone", "UTC");

    private void assertUnauthenticated(Answer answer) {
        answer.expectProblem(401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertNothingStored();
    }

    private void assertNothingStored() {
        assertThat(clinic.database().number("SELECT count(*) FROM persons WHERE last_name = ?", name))
                .isZero();
    }

    @Nested
    class MakingAProvider {

        @Test
        void isForAnAdmin() {
            clinic.admin().post("/providers", provider).expect(201);
        }

        @Test
        void isNotForAPatient() {
            clinic.aPatient().api().post("/providers", provider).expectProblem(403, "forbidden");
            assertNothingStored();
        }

        @Test
        void isNotForAProvider() {
            clinic.aProvider().api().post("/providers", provider).expectProblem(403, "forbidden");
            assertNothingStored();
        }

        @Test
        void isNotForSomebodyWithoutAToken() {
            assertUnauthenticated(clinic.anonymous().post("/providers", provider));
        }
    }

    @Nested
    class AToken {

        private String admin(java.util.function.Consumer<JWTClaimsSet.Builder> change) {
            return clinic.accounts().token(claims -> {
                asAdmin(claims);
                change.accept(claims);
            });
        }

        private void asAdmin(JWTClaimsSet.Builder claims) {
            claims.subject(UUID.randomUUID().toString()).claim("upn", "forger").claim("groups", List.of("admin"));
        }

        @Test
        void ofAnotherIssuerIsRefused() {
            assertUnauthenticated(
                    clinic.as(admin(claims -> claims.issuer("another"))).post("/providers", provider));
        }

        @Test
        void forAnotherAudienceIsRefused() {
            assertUnauthenticated(
                    clinic.as(admin(claims -> claims.audience("another"))).post("/providers", provider));
        }

        @Test
        @SuppressWarnings("JavaUtilDate") // the library's own type for instants
        void thatHasExpiredIsRefused() {
            assertUnauthenticated(
                    clinic.as(admin(claims -> claims.issueTime(new Date(0)).expirationTime(new Date(1_000))))
                            .post("/providers", provider));
        }

        @Test
        void signedByAnotherKeyIsRefused() throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            String forged = clinic.accounts().token(generator.generateKeyPair(), this::asAdmin);
            assertUnauthenticated(clinic.as(forged).post("/providers", provider));
        }

        @Test
        void withChangedClaimsIsRefused() {
            String[] parts =
                    admin(claims -> claims.claim("groups", List.of("patient"))).split("\\.", -1);
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                    .replace("patient", "admin");
            String forged = parts[0] + "." + base64(claims) + "." + parts[2];
            assertUnauthenticated(clinic.as(forged).post("/providers", provider));
        }

        @Test
        void thatNobodySignedIsRefused() {
            String claims = admin(same -> {}).split("\\.", -1)[1];
            assertUnauthenticated(clinic.as(base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + claims + ".")
                    .post("/providers", provider));
        }

        @Test
        void signedWithThePublicKeyAsASharedSecretIsRefused() throws Exception {
            String claims = admin(same -> {}).split("\\.", -1)[1];
            String open = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + claims;
            byte[] key = SuiteServer.get().keys().pair().getPublic().getEncoded();
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                    + "\n-----END PUBLIC KEY-----\n";
            for (byte[] secret : List.of(key, pem.getBytes(StandardCharsets.UTF_8))) {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                String signature = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(open.getBytes(StandardCharsets.UTF_8)));
                assertUnauthenticated(clinic.as(open + "." + signature).post("/providers", provider));
            }
        }

        @Test
        void thatDoesNotNameOneRoleIsRefused() {
            for (List<String> roles : List.of(List.<String>of(), List.of("root"), List.of("patient", "admin"))) {
                assertUnauthenticated(clinic.as(admin(claims -> claims.claim("groups", roles)))
                        .post("/providers", provider));
            }
        }

        @Test
        void thatIsNoTokenIsRefused() {
            assertUnauthenticated(clinic.as("nonsense").post("/providers", provider));
        }

        private String base64(String text) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
