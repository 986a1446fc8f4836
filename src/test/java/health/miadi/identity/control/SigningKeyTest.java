package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.JWK;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-AUTH-2: the signing key")
class SigningKeyTest {
    @Test
    @DisplayName("is read from PEM and publishes its public part only")
    void reads() throws NoSuchAlgorithmException {
        SigningKey key = SigningKey.ofPem(pem("RSA", 2048));
        String published = key.publicKeys().toString();
        assertThat(published).contains("\"kty\":\"RSA\"", "\"kid\"").doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @Test
    @DisplayName("is refused when it is too short, of another kind or no key, without repeating it")
    void refuses() throws NoSuchAlgorithmException {
        for (String pem : new String[] {pem("RSA", 1024), pem("EC", 256), "x", "", "-----BEGIN PRIVATE KEY-----"}) {
            assertThatThrownBy(() -> SigningKey.ofPem(pem))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "The signing key is not usable: it must be an RSA key of at least 2048 bits, or a key of the"
                                    + " curve P-256 with its public key in the same file, as PEM in PKCS #8.");
        }
    }

    @Test
    @DisplayName("is published first, with the others that verify, each once and under its own id")
    void rotates() throws NoSuchAlgorithmException {
        String newest = pem("RSA", 2048);
        SigningKey key = SigningKey.ofPem(newest, open(pair("RSA", 2048)), pem("RSA", 2048), newest);
        assertThat(key.publicKeys().getKeys()).hasSize(3).noneMatch(JWK::isPrivate);
        assertThat(key.publicKeys().getKeys().get(0).getKeyID())
                .isEqualTo(key.key().getKeyID());
        assertThat(key.publicKeys().getKeys()).extracting(JWK::getKeyID).doesNotHaveDuplicates();
        assertThatThrownBy(() -> SigningKey.ofPem(newest, pem("RSA", 1024))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("of the curve P-256 is read from a file that has its public part too, and signs by ES256")
    void readsACurve() throws Exception {
        KeyPair pair = pair("EC", 256);
        SigningKey key = SigningKey.ofPem(secret(pair) + open(pair), open(pair("EC", 256)), pem("RSA", 2048));
        assertThat(key.publicKeys().toString())
                .contains("\"alg\":\"ES256\"", "\"crv\":\"P-256\"")
                .doesNotContain("\"d\"");
        assertThat(key.publicKeys().getKeys()).hasSize(3);
        var token = new JWSObject(new JWSHeader(SigningKey.algorithm(key.key())), new Payload("{}"));
        token.sign(key.signer());
        assertThat(token.verify(SigningKey.verifier(key.publicKeys().getKeys().get(0))))
                .isTrue();
        assertThat(token.verify(SigningKey.verifier(key.publicKeys().getKeys().get(1))))
                .isFalse();
    }

    @Test
    @DisplayName("of a curve is refused with another's public part, or on another curve")
    void refusesHalfACurve() throws Exception {
        KeyPair pair = pair("EC", 256);
        KeyPair other = pair("EC", 384);
        for (String pem : new String[] {secret(pair) + open(pair("EC", 256)), secret(other) + open(other)}) {
            assertThatThrownBy(() -> SigningKey.ofPem(pem)).isInstanceOf(IllegalStateException.class);
        }
    }

    private static KeyPair pair(String algorithm, int bits) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String secret(KeyPair pair) {
        return block("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    private static String open(KeyPair pair) {
        return block("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private static String block(String name, byte[] encoded) {
        return "-----BEGIN " + name + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END " + name
                + "-----\n";
    }

    private static String pem(String algorithm, int bits) throws NoSuchAlgorithmException {
        return secret(pair(algorithm, bits));
    }
}
