package health.miadi.record.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R-REC-4, R-AUTH-9: the keys of medical records")
class KeyRingSettingsTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String PASSWORD = "only for this test";

    @TempDir
    Path directory;

    @Test
    @DisplayName("come as a list, of which the first seals")
    void list() {
        KeyRing ring = ring("keys", "new:" + KEY + " , old:" + KEY);

        assertThat(ring.current()).isEqualTo("new");
        assertThat(ring.ids()).containsExactly("new", "old");
        assertThat(ring.former()).containsExactly("old");
        assertThat(ring).hasToString("KeyRing [new, old]");
    }

    @Test
    @DisplayName("come from a file with comments and lines, of which one is named")
    void file() throws IOException {
        Path file = Files.writeString(directory.resolve("keys"), "# of 2026\n\nnew:" + KEY + "\r\nold:" + KEY + "\n");

        assertThat(ring("keys-file", file.toString(), "key-id", "old").current())
                .isEqualTo("old");
    }

    @Test
    @DisplayName("come from a keystore, whatever the case of their names")
    void keystore() throws Exception {
        String file = store("2025", "Next").toString();

        KeyRing ring = ring("keystore-file", file, "keystore-password", PASSWORD, "key-id", "Next");

        assertThat(ring.current()).isEqualTo("next");
        assertThat(ring.ids()).containsExactly("2025", "next");
        assertThat(ring("keystore-file", store("only").toString(), "keystore-password", PASSWORD)
                        .current())
                .isEqualTo("only");
    }

    @Test
    @DisplayName("come from all places together")
    void together() throws Exception {
        KeyRing ring =
                ring("keys", "new:" + KEY, "keystore-file", store("old").toString(), "keystore-password", PASSWORD);

        assertThat(ring.current()).isEqualTo("new");
        assertThat(ring.former()).containsExactly("old");
    }

    @ParameterizedTest
    @DisplayName("are refused in one sentence that does not repeat them")
    @CsvSource(
            delimiter = '|',
            value = {
                "nokeys                   | MIADI_RECORDS_KEYS must hold keys as id:base64, separated by commas or lines",
                "a:c2hvcnQ=               | must give each key as 32 bytes (AES-256); that of \"a\" is not",
                "a:not base64             | must give each key as 32 bytes (AES-256); that of \"a\" is not",
                "a b:KEY                  | must name each key with 1 to 32 letters, digits, dots, dashes or underscores",
                ":KEY                     | must name each key with 1 to 32 letters, digits, dots, dashes or underscores",
                "a:KEY,b:KEY,a:KEY        | gives a key with an id that is there already: \"a\"",
            })
    void broken(String keys, String said) {
        assertFault(said, "keys", keys.replace("KEY", KEY));
    }

    @Test
    @DisplayName("are refused when they are not there, or cannot be read")
    void missing() throws Exception {
        assertFault("must give a key");
        assertFault("MIADI_RECORDS_KEYS_FILE must name a file that can be read", "keys-file", "/nowhere/at/all");
        assertFault("MIADI_RECORDS_KEY_ID must be the id of one of the keys", "keys", "a:" + KEY, "key-id", "b");
        String file = store("a", "b").toString();
        String closed = "MIADI_RECORDS_KEYSTORE_FILE must name a PKCS #12 keystore that can be read and that"
                + " MIADI_RECORDS_KEYSTORE_PASSWORD opens";
        assertFault(closed, "keystore-file", file, "keystore-password", "another");
        assertFault(closed, "keystore-file", file);
        assertFault(closed, "keystore-file", "/nowhere/at/all", "keystore-password", PASSWORD);
        assertFault("MIADI_RECORDS_KEY_ID must name the key", "keystore-file", file, "keystore-password", PASSWORD);
    }

    private Path store(String... aliases) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (String alias : aliases) {
            store.setEntry(
                    alias,
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[32], "AES")),
                    new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
        }
        Path file = directory.resolve(String.join("-", aliases) + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static void assertFault(String said, String... settings) {
        assertThatThrownBy(() -> ring(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Miadi cannot start: ")
                .hasMessageContaining(said)
                .message()
                .doesNotContain(KEY)
                .doesNotContain(PASSWORD);
    }

    private static KeyRing ring(String... settings) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put("miadi.records." + settings[i], settings[i + 1]);
        }
        return KeyRingSettings.read((Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(values.get((String) arguments[0]))));
    }
}
