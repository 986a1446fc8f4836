package health.miadi.testing.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID provider in the tests' own process, in the place of Google. A person signs in there with a form: a username,
 * which becomes the subject, and whatever claims the test likes.
 */
public final class TestOpenIdProvider {
    /** As whom the application asks. */
    public static final String CLIENT_ID = "miadi-in-tests";

    private static final String ISSUER = "google";

    private static final class OfTheSuite {
        static final TestOpenIdProvider PROVIDER = new TestOpenIdProvider();
    }

    private final Keys keys = new Keys();
    private final MockOAuth2Server server =
            new MockOAuth2Server(new OAuth2Config(true, null, null, false, new OAuth2TokenProvider(keys)));

    private TestOpenIdProvider() {
        server.start();
    }

    /** The one that the suite's server asks. */
    public static TestOpenIdProvider ofTheSuite() {
        return OfTheSuite.PROVIDER;
    }

    /** Its name in tokens. */
    public String issuer() {
        return server.issuerUrl(ISSUER).toString();
    }

    /** The environment that tells the application to ask this provider. */
    Map<String, String> environment() {
        return Map.of(
                "GOOGLE_CLIENT_ID",
                CLIENT_ID,
                "GOOGLE_CLIENT_SECRET",
                "known-to-both-and-to-nobody-else",
                "MIADI_OPENID_PROVIDER_URI",
                issuer());
    }

    /** Signs with a new key from now on, and publishes that one only. */
    public void rotateKeys() {
        keys.rotate();
    }

    /** Signs with a key that it never published, under the name of the one that it did, until this is closed. */
    public Forgery forging() {
        keys.forge(true);
        return () -> keys.forge(false);
    }

    /** Ends when it is closed. */
    public interface Forgery extends AutoCloseable {
        @Override
        void close();
    }

    private static final class Keys extends KeyProvider {
        private final AtomicInteger generation = new AtomicInteger();
        private volatile JWK current = newKey("key-0");
        private volatile JWK forged = newKey("key-0");
        private volatile boolean forging;

        void rotate() {
            String id = "key-" + generation.incrementAndGet();
            current = newKey(id);
            forged = newKey(id);
        }

        void forge(boolean on) {
            forging = on;
        }

        @Override
        public JWK signingKey(String issuer) {
            return forging ? forged : current;
        }

        @Override
        public List<JWK> get(JWKSelector selector, SecurityContext context) {
            return selector.select(new JWKSet(signingKey(ISSUER)).toPublicJWKSet());
        }

        private static JWK newKey(String id) {
            try {
                return new RSAKeyGenerator(2048).keyID(id).generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
