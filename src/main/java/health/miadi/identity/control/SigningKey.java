package health.miadi.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The RSA key that signs access tokens (R-AUTH-2). It is given as PEM (PKCS #8), in a file named by
 * {@code MIADI_JWT_PRIVATE_KEY_FILE} or itself in {@code MIADI_JWT_PRIVATE_KEY}; system properties of the same meaning
 * ({@code miadi.jwt.private-key-file}, {@code miadi.jwt.private-key}) come first.
 */
public final class SigningKey {
    private static final int SHORTEST_BITS = 2048;

    private final RSAKey key;
    private final JWKSet publicKeys;

    private SigningKey(RSAKey key) {
        this.key = key;
        this.publicKeys = new JWKSet(key.toPublicJWK());
    }

    /** The key of this deployment, empty when it has none: then it does not start (R-AUTH-9). */
    public static Optional<SigningKey> configured() {
        return Holder.KEY;
    }

    /** The key with its private part; its id is its thumbprint (RFC 7638). */
    RSAKey key() {
        return key;
    }

    /** The public part as a JWK set (RFC 7517). */
    public JWKSet publicKeys() {
        return publicKeys;
    }

    /**
     * Reads a key.
     *
     * @throws IllegalStateException when it is no RSA key of 2048 bits or more in PKCS #8
     */
    static SigningKey ofPem(String pem) {
        try {
            String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            KeyFactory keys = KeyFactory.getInstance("RSA");
            var secret = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            if (!(secret instanceof RSAPrivateCrtKey rsa) || rsa.getModulus().bitLength() < SHORTEST_BITS) {
                throw unusable(null);
            }
            var open =
                    (RSAPublicKey) keys.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
            return new SigningKey(new RSAKey.Builder(open)
                    .privateKey(rsa)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build());
        } catch (IllegalArgumentException | GeneralSecurityException | JOSEException broken) {
            throw unusable(broken);
        }
    }

    private static IllegalStateException unusable(@Nullable Exception cause) {
        return new IllegalStateException(
                "The signing key is not usable: it must be an RSA key of at least 2048 bits, as PEM in PKCS #8.",
                cause);
    }

    private static Optional<SigningKey> load() {
        return setting("miadi.jwt.private-key")
                .or(() -> setting("miadi.jwt.private-key-file").map(SigningKey::read))
                .map(SigningKey::ofPem);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException broken) {
            throw new IllegalStateException("The file that MIADI_JWT_PRIVATE_KEY_FILE names cannot be read.", broken);
        }
    }

    private static Optional<String> setting(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }

    /** Read once, at the first use. */
    private static final class Holder {
        static final Optional<SigningKey> KEY = load();
    }
}
