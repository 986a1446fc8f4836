package health.miadi.identity.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import health.miadi.shared.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key that signs access tokens, and the others that verify them (R-AUTH-2): RSA for RS256, of the curve P-256 for ES256. It is given as PEM (PKCS #8), in a file
 * named by {@code MIADI_JWT_PRIVATE_KEY_FILE} or itself in {@code MIADI_JWT_PRIVATE_KEY}; the files of the others, private
 * or public, are named by {@code MIADI_JWT_VERIFICATION_KEY_FILES}, separated by commas: the key that will sign next, and
 * the one that did before. System properties of the same meaning ({@code miadi.jwt.private-key-file} …) come first.
 */
public final class SigningKey {
    private final JWK key;
    private final JWKSet publicKeys;

    private SigningKey(JWK key, List<JWK> others) {
        Map<String, JWK> byId = new LinkedHashMap<>();
        byId.put(key.getKeyID(), key.toPublicJWK());
        others.forEach(other -> byId.putIfAbsent(other.getKeyID(), other));
        this.key = key;
        this.publicKeys = new JWKSet(List.copyOf(byId.values()));
    }

    /** The key of this deployment, empty when it has none: then it does not start (R-AUTH-9). */
    public static Optional<SigningKey> configured() {
        return Holder.KEY;
    }

    /** The key with its private part; its id is its thumbprint (RFC 7638). */
    JWK key() {
        return key;
    }

    /** By what algorithm that key signs: each kind of key has one, and no token chooses (RFC 8725, section 3.1). */
    static JWSAlgorithm algorithm(JWK key) {
        return KeyType.EC.equals(key.getKeyType()) ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
    }

    /** What signs by it. */
    JWSSigner signer() throws JOSEException {
        return KeyType.EC.equals(key.getKeyType()) ? new ECDSASigner(key.toECKey()) : new RSASSASigner(key.toRSAKey());
    }

    /** What verifies by that key. */
    static JWSVerifier verifier(JWK key) throws JOSEException {
        return KeyType.EC.equals(key.getKeyType())
                ? new ECDSAVerifier(key.toECKey())
                : new RSASSAVerifier(key.toRSAKey());
    }

    /** The public parts of all keys as a JWK set (RFC 7517), the one that signs first. */
    public JWKSet publicKeys() {
        return publicKeys;
    }

    /**
     * Reads a key.
     *
     * @param others that verify as well, private or public
     * @throws IllegalStateException when one is neither an RSA key of 2048 bits or more nor a whole one of the curve P-256
     */
    static SigningKey ofPem(String pem, String... others) {
        return new SigningKey(
                PemKey.ofPrivate(pem),
                Arrays.stream(others).map(PemKey::ofPublic).toList());
    }

    private static Optional<SigningKey> load() {
        String[] others = setting(Setting.JWT_VERIFICATION_KEY_FILES).stream()
                .flatMap(files -> Arrays.stream(files.split(",")))
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .map(file -> read(file, "MIADI_JWT_VERIFICATION_KEY_FILES"))
                .toArray(String[]::new);
        return setting(Setting.JWT_PRIVATE_KEY)
                .or(() -> setting(Setting.JWT_PRIVATE_KEY_FILE).map(file -> read(file, "MIADI_JWT_PRIVATE_KEY_FILE")))
                .map(pem -> ofPem(pem, others));
    }

    private static String read(String file, String variable) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException broken) {
            throw new IllegalStateException("A file that " + variable + " names cannot be read.", broken);
        }
    }

    private static Optional<String> setting(Setting setting) {
        return Optional.ofNullable(System.getProperty(setting.property()))
                .filter(value -> !value.isBlank())
                .or(() -> setting.given(System.getenv()));
    }

    /** Read once, at the first use. */
    private static final class Holder {
        static final Optional<SigningKey> KEY = load();
    }
}
