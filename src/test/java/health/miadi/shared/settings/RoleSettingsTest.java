package health.miadi.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The roles that have to have a second factor (R-AUTH-10)")
class RoleSettingsTest {
    @ParameterizedTest
    @DisplayName("are none, one or several")
    @ValueSource(strings = {"", " ", "admin", "admin,provider", "admin, provider , patient"})
    void fine(String roles) {
        assertThat(faults(roles)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("are refused when one of them is none")
    @ValueSource(strings = {"admins", "Admin", "admin provider", "admin,,provider", "true", "admin;provider"})
    void refused(String roles) {
        assertThat(faults(roles)).singleElement().asString().startsWith("MIADI_SECOND_FACTOR_REQUIRED must be roles");
    }

    private static List<String> faults(String roles) {
        return RoleSettings.faults((Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.of(roles)));
    }
}
