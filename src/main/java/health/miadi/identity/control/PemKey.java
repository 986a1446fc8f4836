package health.miadi.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads RSA keys for RS256 from PEM. A key's id is its thumbprint (RFC 7638). */
final class PemKey {
    private static final int SHORTEST_BITS = 2048;

    private PemKey() {}

    /**
     * A key with its private part, from PKCS #8.
     *
     * @throws IllegalStateException when it is no RSA key of 2048 bits or more
     */
    static RSAKey ofPrivate(String pem) {
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            var secret = keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(pem)));
            if (!(secret instanceof RSAPrivateCrtKey rsa)) {
                throw unusable(null);
            }
            var open =
                    (RSAPublicKey) keys.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
            return named(open).privateKey(rsa).build();
        } catch (IllegalArgumentException | GeneralSecurityException | JOSEException broken) {
            throw unusable(broken);
        }
    }

    /**
     * The public part of a key, from PKCS #8 ({@code PRIVATE KEY}) or X.509 ({@code PUBLIC KEY}).
     *
     * @throws IllegalStateException when it is no RSA key of 2048 bits or more
     */
    static RSAKey ofPublic(String pem) {
        if (!pem.contains("PUBLIC KEY")) {
            return ofPrivate(pem).toPublicJWK();
        }
        try {
            var open = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes(pem)));
            return named((RSAPublicKey) open).build();
        } catch (IllegalArgumentException | GeneralSecurityException | JOSEException broken) {
            throw unusable(broken);
        }
    }

    private static RSAKey.Builder named(RSAPublicKey open) throws JOSEException {
        if (open.getModulus().bitLength() < SHORTEST_BITS) {
            throw unusable(null);
        }
        return new RSAKey.Builder(open)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint();
    }

    private static byte[] bytes(String pem) {
        return Base64.getDecoder()
                .decode(pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }

    private static IllegalStateException unusable(@Nullable Exception cause) {
        return new IllegalStateException(
                "The signing key is not usable: it must be an RSA key of at least 2048 bits, as PEM in PKCS #8.",
                cause);
    }
}
