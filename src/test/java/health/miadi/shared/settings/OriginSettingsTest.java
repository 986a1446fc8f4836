package health.miadi.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The origins whose pages may use the API")
class OriginSettingsTest {
    @ParameterizedTest
    @DisplayName("are none, one or several, each written as a browser sends it")
    @ValueSource(
            strings = {
                "",
                " ",
                "https://app.example.org",
                "https://a.example , https://b.example:8443",
                "http://localhost:5173"
            })
    void fine(String origins) {
        assertThat(faults(origins)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("are refused when they stand for several, are written otherwise, or would travel unencrypted")
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example.org",
                "https://app.example.org/",
                "https://App.example.org",
                "http://app.example.org",
                "app.example.org",
                "https://a.example,,https://b.example"
            })
    void refused(String origins) {
        assertThat(faults(origins)).hasSize(1).first().asString().startsWith("MIADI_CORS_ORIGINS must be origins");
    }

    private static List<String> faults(String origins) {
        return OriginSettings.faults((Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.of(origins)));
    }
}
