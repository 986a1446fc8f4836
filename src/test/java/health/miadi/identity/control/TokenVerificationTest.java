package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import health.miadi.identity.entity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding L6 among others. */
@DisplayName("R-AUTH-2: an access token")
class TokenVerificationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final int SKEW_SECONDS = 5;
    private static final RSAKey KEY = key("ours");
    private static final RSAKey SECOND = key("our second");

    private final TokenVerification verification = new TokenVerification();
    private final Map<String, JWK> keys = new HashMap<>();
    private final Map<String, Object> claims = new HashMap<>();
    private final String user = UUID.randomUUID().toString();
    private final String session = UUID.randomUUID().toString();

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void begin() {
        verification.claims = new TokenClaims();
        verification.claims.issuer = "us";
        verification.claims.audience = "our api";
        verification.skewSeconds = SKEW_SECONDS;
        verification.keys = keys::get;
        itIs(NOW);
        keys.put("ours", KEY.toPublicJWK());
        claims.putAll(
                Map.of("iss", "us", "aud", "our api", "sub", user, "upn", "somebody", "jti", "1", "sid", session));
        claims.put("groups", List.of("patient"));
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.plusSeconds(900).getEpochSecond());
    }

    private void itIs(Instant now) {
        verification.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    private String signed() throws Exception {
        return signed(KEY, header -> header);
    }

    private String signed(RSAKey key, UnaryOperator<JWSHeader.Builder> change) throws Exception {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID());
        JWSObject token = new JWSObject(change.apply(header).build(), new Payload(claims));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private Optional<VerifiedToken> verified(String token) {
        return Optional.ofNullable(verification.judge(token).right());
    }

    private void assertRefused(String token) {
        assertThat(verified(token)).isEmpty();
    }

    @Test
    @DisplayName("that is right tells whose it is and of which session")
    void right() throws Exception {
        claims.put("personId", user);
        claims.put("aud", List.of("another", "our api"));
        VerifiedToken token = verified(signed()).orElseThrow();
        assertThat(token.caller().role()).isEqualTo(Role.PATIENT);
        assertThat(token.caller().personId()).hasToString(user);
        assertThat(token.session()).hasToString(session);
        assertThat(token).hasToString("VerifiedToken 1");
    }

    @Test
    @DisplayName("is signed by the algorithm of its key, ES256 for one of a curve, and by no other")
    void algorithmOfItsKey() throws Exception {
        ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("a curve").generate();
        keys.put("a curve", curve.toPublicJWK());
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID("a curve");
        JWSObject token = new JWSObject(header.build(), new Payload(claims));
        token.sign(new ECDSASigner(curve));
        assertThat(verified(token.serialize())).isPresent();

        keys.put("ours", curve.toPublicJWK());
        assertRefused(signed());
        keys.put("a curve", KEY.toPublicJWK());
        claims.put("jti", "2");
        JWSObject bent = new JWSObject(header.build(), new Payload(claims));
        bent.sign(new ECDSASigner(curve));
        assertRefused(bent.serialize());
    }

    @ParameterizedTest
    @DisplayName("is refused without any of its claims")
    @ValueSource(strings = {"iss", "aud", "sub", "upn", "jti", "sid", "groups", "iat", "exp"})
    void missing(String claim) throws Exception {
        claims.remove(claim);
        assertRefused(signed());
        assertThat(verification.judge(signed()).forged()).isTrue();
    }

    @ParameterizedTest
    @DisplayName("is refused when a claim is of a wrong kind")
    @ValueSource(strings = {"iss", "aud", "sub", "upn", "jti", "sid", "groups", "iat", "exp", "personId"})
    void wrongKind(String claim) throws Exception {
        for (Object value : new Object[] {List.of(), Map.of(), true, "", "x"}) {
            boolean isText = Set.of("upn", "jti").contains(claim) && value.equals("x");
            if (!isText) {
                claims.put(claim, value);
                assertRefused(signed());
            }
        }
    }

    @Nested
    @DisplayName("in time")
    class InTime {
        @Test
        @DisplayName("is valid from its beginning to its end, give or take the skew, though it was seen before")
        void bounds() throws Exception {
            claims.put("nbf", NOW.plusSeconds(60).getEpochSecond());
            String token = signed();
            for (Duration invalid : List.of(Duration.ofSeconds(54), Duration.ofSeconds(905), Duration.ofDays(9))) {
                itIs(NOW.plusSeconds(60));
                assertThat(verified(token)).isPresent();
                itIs(NOW.plus(invalid));
                assertRefused(token);
                assertThat(verification.judge(token).forged())
                        .as("R-REC-7: one that has expired is everyday")
                        .isFalse();
            }
            itIs(NOW.plusSeconds(904));
            assertThat(verified(token)).isPresent();
        }

        @Test
        @DisplayName("is refused when it claims to be made in the future")
        void future() throws Exception {
            claims.put("iat", NOW.plusSeconds(SKEW_SECONDS + 1).getEpochSecond());
            assertRefused(signed());
        }
    }

    @Nested
    @DisplayName("by its key")
    class ByItsKey {
        @Test
        @DisplayName("is verified by whichever of ours it names, until that one goes")
        void several() throws Exception {
            keys.put("our second", SECOND.toPublicJWK());
            String token = signed(SECOND, same -> same);
            assertThat(verified(token)).isPresent();
            assertThat(verified(signed())).isPresent();
            keys.remove("our second");
            assertRefused(token);
        }

        @Test
        @DisplayName("is refused when the named key did not sign it, when it names none, and when it brings its own")
        void foreign() throws Exception {
            assertRefused(signed(SECOND, header -> header.keyID("ours")));
            assertRefused(signed(SECOND, header -> header.keyID("ours").jwk(SECOND.toPublicJWK())));
            assertRefused(signed(SECOND, header -> header.keyID(null).jwk(SECOND.toPublicJWK())));
            assertRefused(signed(KEY, header -> header.keyID(null)));
        }

        @Test
        @DisplayName("is refused when it is of another kind or asks for what we do not know")
        void kind() throws Exception {
            assertRefused(signed(KEY, header -> header.type(new JOSEObjectType("at+jwt"))));
            assertRefused(signed(KEY, header -> header.type(null)));
            assertRefused(
                    signed(KEY, header -> header.criticalParams(Set.of("x")).customParam("x", 1)));
        }
    }

    @ParameterizedTest
    @DisplayName("is refused with anything behind its signature, or in it, that a reader passes over")
    @ValueSource(strings = {"=", "==", "!", "%", "-", "A"})
    void writtenOtherwise(String more) throws Exception {
        String token = signed();
        assertRefused(token + more);
        assertRefused(new StringBuilder(token).insert(token.length() - 5, more).toString());
        assertThat(verified(token)).isPresent();
    }

    @Test
    @DisplayName("is refused when a character of it differs, and when it is none")
    void changed() throws Exception {
        String token = signed();
        assertThat(verified(token)).isPresent();
        for (int i = 0; i < token.length(); i += 7) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertRefused(token.substring(0, i) + other + token.substring(i + 1));
        }
        for (String nonsense : List.of("", ".", "..", "a.b.c", token + ".", "[".repeat(4_000), "é.é.é")) {
            assertRefused(nonsense);
        }
        assertRefused(token + "A".repeat(5_000));
        assertThat(verified(token)).isPresent();
    }
}
