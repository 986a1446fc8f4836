package health.miadi.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-AUTH-9: a deployment")
class RequiredSettingsTest {
    @Test
    @DisplayName("does not start without its database and its keys, and is told which are missing")
    void missing() {
        assertThat(RequiredSettings.missing(config(Map.of())))
                .contains(
                        "MIADI_DB_URL",
                        "MIADI_DB_USER",
                        "MIADI_JWT_PRIVATE_KEY_FILE or MIADI_JWT_PRIVATE_KEY",
                        "MIADI_RECORDS_KEYS_FILE or MIADI_RECORDS_KEYS or MIADI_RECORDS_KEYSTORE_FILE");
    }

    @ParameterizedTest
    @DisplayName("gives the keys of medical records in one of three ways")
    @ValueSource(strings = {"keys", "keys-file", "keystore-file"})
    void recordKeys(String way) {
        assertThat(RequiredSettings.missing(config(Map.of("miadi.records." + way, "given"))))
                .noneMatch(missing -> missing.contains("RECORDS"));
        assertThat(RequiredSettings.missing(config(Map.of("miadi.records." + way, " "))))
                .anyMatch(missing -> missing.contains("RECORDS"));
    }

    private static Config config(Map<String, String> values) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(values.get((String) arguments[0])));
    }
}
