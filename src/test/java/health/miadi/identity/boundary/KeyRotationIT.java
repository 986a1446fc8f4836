package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.miadi.testing.Clinic;
import health.miadi.testing.SignedUp;
import health.miadi.testing.SuiteServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R-AUTH-2: signing keys are changed without signing anybody out. */
class KeyRotationIT {
    private final Clinic clinic = Clinic.ofTheSuite();

    private static void asPatient(JWTClaimsSet.Builder claims) {
        claims.subject(UUID.randomUUID().toString()).claim("upn", "somebody").claim("groups", List.of("patient"));
    }

    @Test
    void aTokenOfTheFormerKeyIsAccepted() {
        String former = clinic.accounts().tokenOfFormerKey(KeyRotationIT::asPatient);
        clinic.as(former).get("/appointment-types").expect(200);
    }

    @Test
    void aTokenOfTheFormerKeyUnderTheNameOfTheNewestIsNot() {
        String confused =
                clinic.accounts().token(SuiteServer.get().keys().former().pair(), KeyRotationIT::asPatient);
        clinic.as(confused).get("/appointment-types").expectProblem(401, "unauthenticated");
    }

    @Test
    void theNewestKeySignsAndBothArePublished() throws Exception {
        JWKSet published = JWKSet.parse(clinic.anonymous()
                .outsideTheContract()
                .get("//.well-known/jwks.json")
                .expect(200)
                .text());
        String newest = SuiteServer.get().keys().id();
        assertThat(published.getKeys())
                .extracting(JWK::getKeyID)
                .containsExactly(newest, SuiteServer.get().keys().former().id());
        assertThat(published.getKeys()).noneMatch(JWK::isPrivate);
        String token = SignedUp.at(clinic).registered().at("/accessToken");
        assertThat(SignedJWT.parse(token).getHeader().getKeyID()).isEqualTo(newest);
    }
}
