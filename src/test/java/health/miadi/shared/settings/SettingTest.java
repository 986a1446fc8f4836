package health.miadi.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.shared.settings.SettingKind.Number;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-AUTH-9: a setting")
class SettingTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("has the name of its environment variable, a default of its own kind, and says what it does")
    void sound(Setting setting) {
        assertThat(setting.variable())
                .isEqualTo((setting.property().startsWith("miadi.") ? "MIADI_" : "") + setting.name());
        assertThat(setting.kind().defaultText().stream()).allMatch(setting.kind()::accepts);
        assertThat(setting.meaning()).isNotBlank().doesNotEndWith(".").doesNotContain("|");
        if (setting.kind() instanceof Number number) {
            assertThat(number.usual()).isBetween(number.least(), number.most());
        }
    }

    @Test
    @DisplayName("is its default where nothing or a blank is set")
    void unset() {
        assertThat(Setting.HOLDS_MINUTES.asNumber(GivenConfig.of(Map.of()))).isEqualTo(5);
        assertThat(Setting.HOLDS_MINUTES.asNumber(Map.of("MIADI_HOLDS_MINUTES", " ")))
                .isEqualTo(5);
        assertThat(Setting.LOG_REQUESTS.isOn(GivenConfig.of(Map.of("miadi.log.requests", ""))))
                .isTrue();
        assertThat(Setting.WEBAUTHN_RP_NAME.asText(GivenConfig.of(Map.of()))).hasValue("Miadi");
        assertThat(Setting.DB_READ_URL.asText(GivenConfig.of(Map.of("miadi.db.read-url", " "))))
                .isEmpty();
    }

    @Test
    @DisplayName("is what is set, without the spaces around it")
    void set() {
        assertThat(Setting.HOLDS_MINUTES.asNumber(GivenConfig.of(Map.of("miadi.holds.minutes", " 7 "))))
                .isEqualTo(7);
        assertThat(Setting.HOLDS_MINUTES.asNumber(Map.of("MIADI_HOLDS_MINUTES", "8")))
                .isEqualTo(8);
        assertThat(Setting.HEALTH_DETAILS.isOn(GivenConfig.of(Map.of("miadi.health.details", "TRUE"))))
                .isTrue();
    }

    @Test
    @DisplayName("is never read as something else when it is none of its kind")
    void wrong() {
        assertThatThrownBy(() -> Setting.HOLDS_MINUTES.asNumber(Map.of("MIADI_HOLDS_MINUTES", "soon")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("MIADI_HOLDS_MINUTES must be a whole number from 1 to 60");
        assertThatThrownBy(() -> Setting.LOG_REQUESTS.isOn(GivenConfig.of(Map.of("miadi.log.requests", "yes"))))
                .hasMessage("MIADI_LOG_REQUESTS must be true or false");
    }

    @ParameterizedTest
    @DisplayName("that is an address is encrypted or stays on this machine")
    @ValueSource(
            strings = {
                "https://accounts.google.com",
                "https://login.example.org:8443/realms/clinic",
                "http://localhost:4000/google",
                "http://127.0.0.1:1",
                "http://[::1]:1"
            })
    void addresses(String address) {
        assertThat(Setting.OPENID_PROVIDER_URI.kind().accepts(address)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("that is an address is nothing else")
    @ValueSource(
            strings = {
                "http://accounts.google.com",
                "accounts.google.com",
                "ftp://x",
                "https://",
                "https://a?b",
                "https://a#b",
                "https://user:secret@a",
                "https://a b",
                "file:///etc/passwd"
            })
    void noAddresses(String address) {
        assertThat(Setting.PUBLIC_URL.kind().accepts(address)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("that lists origins takes them as a browser sends them")
    @ValueSource(
            strings = {"https://app.example.org", "https://a.example , https://b.example:8443", "http://localhost:5173"
            })
    void origins(String origins) {
        assertThat(Setting.CORS_ORIGINS.kind().accepts(origins)).isTrue();
    }

    @ParameterizedTest
    @DisplayName(
            "that lists origins takes none that stands for several, is written otherwise, or would travel unencrypted")
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
    void noOrigins(String origins) {
        assertThat(Setting.CORS_ORIGINS.kind().accepts(origins)).isFalse();
    }

    @ParameterizedTest
    @DisplayName("that lists roles takes one or several (R-AUTH-10)")
    @ValueSource(strings = {"admin", "admin,provider", "admin, provider , patient"})
    void roles(String roles) {
        assertThat(Setting.SECOND_FACTOR_REQUIRED.kind().accepts(roles)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("that lists roles takes nothing else (R-AUTH-10)")
    @ValueSource(strings = {"admins", "Admin", "admin provider", "admin,,provider", "true", "admin;provider"})
    void noRoles(String roles) {
        assertThat(Setting.SECOND_FACTOR_REQUIRED.kind().accepts(roles)).isFalse();
    }

    @Test
    @DisplayName("that is a password, a key or a token is known as a secret")
    void secrets() {
        assertThat(Arrays.stream(Setting.values())
                        .filter(setting -> setting.kind().isSecret()))
                .contains(Setting.DB_PASSWORD, Setting.JWT_PRIVATE_KEY, Setting.RECORDS_KEYS)
                .containsAll(Arrays.stream(Setting.values())
                        .filter(setting -> setting.name().matches(".*(PASSWORD|SECRET|_TOKEN|_KEY|_KEYS)$"))
                        .toList());
    }
}
