package health.miadi.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-AUTH-9: a deployment")
class RequiredSettingsTest {
    @Test
    @DisplayName("does not start without its database and its keys, and is told which are missing")
    void missing() {
        assertThat(RequiredSettings.missing(GivenConfig.of(Map.of())))
                .contains(
                        "MIADI_DB_URL",
                        "MIADI_DB_USER",
                        "MIADI_JWT_PRIVATE_KEY_FILE or MIADI_JWT_PRIVATE_KEY",
                        "MIADI_RECORDS_KEYS_FILE or MIADI_RECORDS_KEYS or MIADI_RECORDS_KEYSTORE_FILE");
    }

    @Test
    @DisplayName("is told every setting that is not of its kind, without the value")
    void wrong() {
        assertThat(RequiredSettings.faults(GivenConfig.of(Map.of(
                        "miadi.booking.duration-minutes", "abc",
                        "miadi.jwt.lifetime-seconds", "-5",
                        "miadi.password.iterations", "1000",
                        "miadi.booking.longest-minutes", "99999999999",
                        "miadi.log.format", "xml"))))
                .containsExactlyInAnyOrder(
                        "MIADI_LOG_FORMAT must be text or json",
                        "MIADI_JWT_LIFETIME_SECONDS must be a whole number from 1 to 86400",
                        "MIADI_PASSWORD_ITERATIONS must be a whole number from 210000 to 10000000",
                        "MIADI_BOOKING_DURATION_MINUTES must be a whole number from 1 to 1440",
                        "MIADI_BOOKING_LONGEST_MINUTES must be a whole number from 1 to 1440");
    }

    @Test
    @DisplayName("is told which settings contradict each other")
    void contradiction() {
        assertThat(RequiredSettings.faults(GivenConfig.of(Map.of("miadi.booking.shortest-minutes", "45"))))
                .singleElement()
                .asString()
                .startsWith("MIADI_BOOKING_DURATION_MINUTES must lie between");
        assertThat(RequiredSettings.faults(GivenConfig.of(Map.of(
                        "miadi.webauthn.rp-id", "example.com", "miadi.public-url", "https://clinic.example.org"))))
                .singleElement()
                .asString()
                .startsWith("MIADI_WEBAUTHN_RP_ID must be the host");
    }

    @ParameterizedTest
    @DisplayName("gives the keys of medical records in one of three ways")
    @ValueSource(strings = {"keys", "keys-file", "keystore-file"})
    void recordKeys(String way) {
        assertThat(RequiredSettings.missing(GivenConfig.of(Map.of("miadi.records." + way, "given"))))
                .noneMatch(missing -> missing.contains("RECORDS"));
        assertThat(RequiredSettings.missing(GivenConfig.of(Map.of("miadi.records." + way, " "))))
                .anyMatch(missing -> missing.contains("RECORDS"));
    }
}
