package health.miadi.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys for RS256 and ES256 (RFC 7518) from PEM. A key's id is its thumbprint (RFC 7638).
 *
 * <p>The public part of an RSA key is in its private one. That of a key of the curve P-256 is not, as far as Java reads it: its
 * file has both, {@code PRIVATE KEY} and {@code PUBLIC KEY}.
 */
final class PemKey {
    private static final int SHORTEST_BITS = 2048;

    private PemKey() {}

    /**
     * A key with its private part, from PKCS #8.
     *
     * @throws IllegalStateException when it is neither an RSA key of 2048 bits or more nor a whole pair of the curve P-256
     */
    static JWK ofPrivate(String pem) {
        byte[] secret = block(pem, "PRIVATE KEY").orElseThrow(() -> unusable(null));
        return read("RSA", secret, PemKey::rsa)
                .or(() -> block(pem, "PUBLIC KEY")
                        .flatMap(open -> read("EC", secret, (keys, own) -> pair(keys, own, open))))
                .orElseThrow(() -> unusable(null));
    }

    /**
     * The public part of a key, from PKCS #8 ({@code PRIVATE KEY}) or X.509 ({@code PUBLIC KEY}).
     *
     * @throws IllegalStateException when it is neither an RSA key of 2048 bits or more nor one of the curve P-256
     */
    static JWK ofPublic(String pem) {
        Optional<byte[]> open = block(pem, "PUBLIC KEY");
        if (open.isEmpty()) {
            return ofPrivate(pem).toPublicJWK();
        }
        return read("RSA", open.get(), (keys, it) -> named(
                                (RSAPublicKey) keys.generatePublic(new X509EncodedKeySpec(it)))
                        .build())
                .or(() -> read(
                        "EC", open.get(), (keys, it) -> named(point(keys, it)).build()))
                .orElseThrow(() -> unusable(null));
    }

    /** Reads it as a key of that kind; nothing when it is none. */
    private static Optional<JWK> read(String kind, byte[] encoded, Reading reading) {
        try {
            return Optional.of(reading.of(KeyFactory.getInstance(kind), encoded));
        } catch (GeneralSecurityException | JOSEException otherKind) {
            return Optional.empty();
        }
    }

    private static JWK rsa(KeyFactory keys, byte[] encoded) throws GeneralSecurityException, JOSEException {
        if (!(keys.generatePrivate(new PKCS8EncodedKeySpec(encoded)) instanceof RSAPrivateCrtKey secret)) {
            throw unusable(null);
        }
        var open = (RSAPublicKey)
                keys.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        return named(open).privateKey(secret).build();
    }

    private static JWK pair(KeyFactory keys, byte[] own, byte[] open) throws GeneralSecurityException, JOSEException {
        ECPublicKey point = point(keys, open);
        PrivateKey secret = keys.generatePrivate(new PKCS8EncodedKeySpec(own));
        if (!(secret instanceof ECPrivateKey scalar) || !belong(scalar, point)) {
            throw unusable(null);
        }
        return named(point).privateKey(scalar).build();
    }

    /** Whether what the one signs the other verifies. */
    private static boolean belong(PrivateKey secret, PublicKey open) throws GeneralSecurityException {
        byte[] text = {1};
        Signature signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(secret);
        signing.update(text);
        byte[] signature = signing.sign();
        Signature verifying = Signature.getInstance("SHA256withECDSA");
        verifying.initVerify(open);
        verifying.update(text);
        return verifying.verify(signature);
    }

    private static ECPublicKey point(KeyFactory keys, byte[] encoded) throws GeneralSecurityException {
        var open = (ECPublicKey) keys.generatePublic(new X509EncodedKeySpec(encoded));
        if (!Curve.P_256.equals(Curve.forECParameterSpec(open.getParams()))) {
            throw unusable(null);
        }
        return open;
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

    private static ECKey.Builder named(ECPublicKey open) throws JOSEException {
        return new ECKey.Builder(Curve.P_256, open)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint();
    }

    /** What stands between the lines that name it, whatever else is in the file. */
    private static Optional<byte[]> block(String pem, String name) {
        Matcher block = Pattern.compile("-----BEGIN " + name + "-----([A-Za-z0-9+/=\\s]*+)-----END " + name + "-----")
                .matcher(pem);
        try {
            return block.find() ? Optional.of(Base64.getMimeDecoder().decode(block.group(1))) : Optional.empty();
        } catch (IllegalArgumentException broken) {
            throw unusable(broken);
        }
    }

    private static IllegalStateException unusable(@Nullable Exception cause) {
        return new IllegalStateException(
                "The signing key is not usable: it must be an RSA key of at least 2048 bits, or a key of the curve P-256 with its"
                        + " public key in the same file, as PEM in PKCS #8.",
                cause);
    }

    /** Makes a key of what is encoded. */
    @FunctionalInterface
    private interface Reading {
        JWK of(KeyFactory keys, byte[] encoded) throws GeneralSecurityException, JOSEException;
    }
}
