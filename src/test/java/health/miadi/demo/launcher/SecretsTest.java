package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding L5 among others. */
class SecretsTest {
    @TempDir
    Path directory;

    @Test
    void theSigningKeyIsA3072BitRsaKeyInPkcs8Pem() throws IOException, GeneralSecurityException {
        Path file = directory.resolve("key.pem");

        Secrets.keepSigningKey(file);

        String pem = Files.readString(file);
        assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("\n-----END PRIVATE KEY-----\n");
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        RSAPrivateKey key =
                (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        assertThat(key.getModulus().bitLength()).isEqualTo(3072);
    }

    @Test
    void aSigningKeyThatIsThereIsKept() throws IOException {
        Path file = Files.writeString(directory.resolve("key.pem"), "the person's own");

        Secrets.keepSigningKey(file);

        assertThat(file).hasContent("the person's own");
    }

    @Test
    void theKeyOfMedicalRecordsIs32BytesUnderANameOfItsOwnAndIsKept() throws IOException {
        Path file = directory.resolve("records.keys");

        assertThat(Secrets.keepRecordKey(file)).isTrue();

        String[] entry = Files.readString(file).strip().split(":");
        assertThat(entry[0]).matches("key-[0-9a-f]{8}");
        assertThat(Base64.getDecoder().decode(entry[1])).hasSize(32);
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(Secrets.keepRecordKey(file)).isFalse();
    }

    @Test
    void aKeptPasswordStaysTheSame() throws IOException {
        Path file = directory.resolve("password");

        String first = Secrets.keptPassword(file);

        assertThat(first).hasSize(20);
        assertThat(Secrets.keptPassword(file)).isEqualTo(first);
    }
}
