package health.miadi.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens (R-AUTH-2): by the key that the token's {@code kid} names among ours, the algorithm of that key and no other, of
 * our issuer, for our audience, within its time. What a token says of its own key ({@code jwk}, {@code jku},
 * {@code x5c}) is not read.
 */
@ApplicationScoped
public class TokenVerification {
    /** Longer ones are not ours, in characters. */
    private static final int LONGEST = 4_096;

    private static final int GENERATION = 5_000;

    @Inject
    Clock clock;

    @Inject
    TokenClaims claims;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.clock.skew", defaultValue = "0")
    int skewSeconds;

    private final KnownTokens known = new KnownTokens(GENERATION);

    /** Finds the key with an id; null when there is none. */
    Function<String, @Nullable JWK> keys =
            id -> SigningKey.configured().orElseThrow().publicKeys().getKeyByKeyId(id);

    /**
     * What was found of a token.
     *
     * @param right the token, if it is right and valid now; null otherwise
     * @param forged whether it is none that we made: not signed by us, bent, or for somebody else. One that has expired is ours
     */
    public record Judged(@Nullable VerifiedToken right, boolean forged) {
        private static final Judged FORGED = new Judged(null, true);
        private static final Judged OVER = new Judged(null, false);

        /** Nothing of the token. */
        @Override
        public String toString() {
            return "Judged";
        }
    }

    /**
     * Judges a token: whether it is right and valid now, and if not, whether it is forged (R-REC-7). Whether its session has ended is
     * another question.
     */
    public Judged judge(String token) {
        if (token.length() > LONGEST) {
            return Judged.FORGED;
        }
        ByteBuffer fingerprint = KnownTokens.fingerprint(token);
        VerifiedToken seen = known.find(fingerprint);
        if (seen != null) {
            return isValidNow(seen) && key(seen.keyId()) != null ? new Judged(seen, false) : Judged.OVER;
        }
        Optional<VerifiedToken> read = read(token);
        if (read.isEmpty()) {
            return Judged.FORGED;
        }
        VerifiedToken ours = read.get();
        if (!isValidNow(ours)) {
            return Judged.OVER;
        }
        known.keep(fingerprint, ours);
        return new Judged(ours, false);
    }

    private boolean isValidNow(VerifiedToken token) {
        return token.isValidAt(clock.instant(), skewSeconds);
    }

    private Optional<VerifiedToken> read(String token) {
        try {
            JWSObject signed = JWSObject.parse(token);
            JWSHeader header = signed.getHeader();
            JWK key = key(header.getKeyID());
            return key != null
                            && isOurKind(header, key)
                            && isWritten(signed.getSignature())
                            && signed.verify(SigningKey.verifier(key))
                    ? claims.read(signed.getPayload().toJSONObject(), key.getKeyID())
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isOurKind(JWSHeader header, JWK key) {
        return SigningKey.algorithm(key).equals(header.getAlgorithm())
                && JOSEObjectType.JWT.equals(header.getType())
                && header.isBase64URLEncodePayload()
                && header.getCriticalParams() == null;
    }

    /** Whether it is written as we write it: the library reads past signs that are none of base64url. */
    private static boolean isWritten(Base64URL signature) {
        return Base64URL.encode(signature.decode()).equals(signature);
    }

    private @Nullable JWK key(@Nullable String keyId) {
        return keyId == null ? null : keys.apply(keyId);
    }
}
