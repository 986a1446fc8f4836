package health.miadi.identity.control;

import health.miadi.shared.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that were verified a short while ago, by their SHA-256, so that the signature is computed once a token and not
 * once a request. Only what was found right is kept, so nobody fills it with rubbish; what it holds says nothing about
 * whether a token is still valid.
 *
 * <p>Bounded: two generations, each of so many tokens. A full one replaces the one before it.
 */
final class KnownTokens {
    private final int generation;
    private volatile Map<ByteBuffer, VerifiedToken> recent = new ConcurrentHashMap<>();
    private volatile Map<ByteBuffer, VerifiedToken> former = Map.of();

    /**
     * An empty one.
     *
     * @param generation how many tokens it keeps at least, and half of how many at most
     */
    KnownTokens(int generation) {
        this.generation = generation;
    }

    /** Under what a token is kept. */
    static ByteBuffer fingerprint(String token) {
        return ByteBuffer.wrap(Sha256.of(token.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Nullable
    VerifiedToken find(ByteBuffer fingerprint) {
        VerifiedToken token = recent.get(fingerprint);
        if (token == null) {
            token = former.get(fingerprint);
            if (token != null) {
                keep(fingerprint, token);
            }
        }
        return token;
    }

    void keep(ByteBuffer fingerprint, VerifiedToken token) {
        if (recent.size() >= generation) {
            turnOver();
        }
        recent.put(fingerprint, token);
    }

    int size() {
        return recent.size() + former.size();
    }

    private synchronized void turnOver() {
        if (recent.size() >= generation) {
            former = recent;
            recent = new ConcurrentHashMap<>();
        }
    }
}
