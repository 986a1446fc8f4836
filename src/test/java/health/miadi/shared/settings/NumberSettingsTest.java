package health.miadi.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The numbers in the configuration")
class NumberSettingsTest {
    @Test
    @DisplayName("may be left alone, or lie within their ranges")
    void fine() {
        assertThat(NumberSettings.faults(config(Map.of()))).isEmpty();
        assertThat(NumberSettings.faults(config(Map.of("miadi.booking.min-notice-minutes", " 0 "))))
                .isEmpty();
    }

    @Test
    @DisplayName("are each named when they are no number or out of range, without the value")
    void named() {
        assertThat(NumberSettings.faults(config(Map.of(
                        "miadi.booking.duration-minutes", "abc",
                        "miadi.jwt.lifetime-seconds", "-5",
                        "miadi.password.iterations", "1000",
                        "miadi.booking.longest-minutes", "99999999999"))))
                .containsExactly(
                        "MIADI_JWT_LIFETIME_SECONDS must be a whole number from 1 to 86400",
                        "MIADI_PASSWORD_ITERATIONS must be a whole number from 210000 to 10000000",
                        "MIADI_BOOKING_DURATION_MINUTES must be a whole number from 1 to 1440",
                        "MIADI_BOOKING_LONGEST_MINUTES must be a whole number from 1 to 1440");
    }

    @Test
    @DisplayName("may not contradict each other")
    void contradiction() {
        assertThat(NumberSettings.faults(config(Map.of("miadi.booking.shortest-minutes", "45"))))
                .hasSize(1);
    }

    private static Config config(Map<String, String> values) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(values.get((String) arguments[0])));
    }
}
