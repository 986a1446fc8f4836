package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
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
                    .hasMessage("The signing key is not usable: it must be an RSA key of at least 2048 bits, as PEM in"
                            + " PKCS #8.");
        }
    }

    @Test
    @DisplayName("is published first, with the others that verify, each once and under its own id")
    void rotates() throws NoSuchAlgorithmException {
        String newest = pem("RSA", 2048);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String open = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        SigningKey key = SigningKey.ofPem(newest, open, pem("RSA", 2048), newest);
        assertThat(key.publicKeys().getKeys()).hasSize(3).noneMatch(JWK::isPrivate);
        assertThat(key.publicKeys().getKeys().get(0).getKeyID())
                .isEqualTo(key.key().getKeyID());
        assertThat(key.publicKeys().getKeys()).extracting(JWK::getKeyID).doesNotHaveDuplicates();
        assertThatThrownBy(() -> SigningKey.ofPem(newest, pem("RSA", 1024))).isInstanceOf(IllegalStateException.class);
    }

    private static String pem(String algorithm, int bits) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
