package health.miadi.testing.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key pair that signs access tokens in this run: made anew each time, kept nowhere but below {@code target}. */
public final class TestKeys {

    private static final int KEY_BITS = 2048;

    private final KeyPair pair;
    private final String id;
    private final Path file;
    private final @Nullable TestKeys former;
    private final String recordKey = recordKey("test");

    private TestKeys(KeyPair pair, String id, Path file, @Nullable TestKeys former) {
        this.pair = pair;
        this.id = id;
        this.file = file;
        this.former = former;
    }

    /** New keys, with others that signed before them and still verify. */
    static TestKeys generateWithFormer(String name) {
        TestKeys newest = generate(name);
        return new TestKeys(newest.pair, newest.id, newest.file, generate(name + "-former"));
    }

    /** The keys that signed before and still verify. */
    public TestKeys former() {
        return Objects.requireNonNull(former);
    }

    /** Makes an RSA pair and writes its private half as PKCS#8 PEM to a file of that name. */
    public static TestKeys generate(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            KeyPair pair = generator.generateKeyPair();
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(pair.getPrivate().getEncoded());
            Path file = Files.createDirectories(BuildOutput.ofThisJvm("keys")).resolve(name + ".pem");
            Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
            String id = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .build()
                    .computeThumbprint()
                    .toString();
            return new TestKeys(pair, id, file, null);
        } catch (JOSEException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA and SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both halves, for tests that forge tokens. */
    public KeyPair pair() {
        return pair;
    }

    /** The id under which the application publishes the public half: its thumbprint (RFC 7638). */
    public String id() {
        return id;
    }

    /** A new key for medical records under that id, as the setting for them has it. */
    public static String recordKey(String id) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return id + ":" + Base64.getEncoder().encodeToString(key);
    }

    /** The environment that tells the application to sign with this key, and to seal records with another. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("MIADI_JWT_PRIVATE_KEY_FILE", file.toString());
        environment.put("MIADI_RECORDS_KEYS", recordKey);
        if (former != null) {
            environment.put("MIADI_JWT_VERIFICATION_KEY_FILES", former.file.toString());
        }
        return environment;
    }
}
