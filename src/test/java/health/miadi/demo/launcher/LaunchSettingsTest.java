package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchSettingsTest {
    private static final Path PROJECT = Path.of("/srv/miadi");
    private static final Path WORKING_DIRECTORY = Path.of("/home/ada");
    private static final Map<String, String> OWN_DATABASE = Map.of(
            "MIADI_DB_URL", "jdbc:postgresql://db/miadi", "MIADI_DB_USER", "miadi", "MIADI_DB_PASSWORD", "secret");

    @Test
    void nothingSetMeansPort8080TheProjectsOwnHomeAndTheEmbeddedDatabase() {
        LaunchSettings settings = settings(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.home()).isEqualTo(Path.of("/srv/miadi/.miadi"));
        assertThat(settings.ownDatabase()).isEmpty();
    }

    @Test
    void anEmptyVariableCountsAsOneThatIsNotSet() {
        Map<String, String> empty = Map.of("MIADI_PORT", "", "MIADI_HOME", " ", "MIADI_DB_URL", "");

        assertThat(settings(empty)).isEqualTo(settings(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "80", "65535", " 8081 "})
    void everyTcpPortIsTaken(String port) {
        assertThat(settings(Map.of("MIADI_PORT", port)).port()).isEqualTo(Integer.parseInt(port.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "+80", "80a", "8 0", "0x50", "99999999999", "٨٠"})
    void whatIsNoTcpPortIsRefusedAndQuoted(String port) {
        assertThatThrownBy(() -> settings(Map.of("MIADI_PORT", port)))
                .isInstanceOf(LaunchRefusal.class)
                .hasMessage("MIADI_PORT must be a number from 1 to 65535, and is \"" + port + "\".");
    }

    @Test
    void aRelativeHomeStartsFromTheWorkingDirectory() {
        assertThat(settings(Map.of("MIADI_HOME", "clinic/../state")).home()).isEqualTo(Path.of("/home/ada/state"));
    }

    @Test
    void anOwnDatabaseIsUsedWhenItIsNamedInFull() {
        assertThat(settings(OWN_DATABASE).ownDatabase())
                .contains(new DatabaseAccess("jdbc:postgresql://db/miadi", "miadi", "secret", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIADI_DB_URL", "MIADI_DB_USER", "MIADI_DB_PASSWORD"})
    void anOwnDatabaseNamedInPartIsRefusedAndTheMissingPartNamed(String missing) {
        Map<String, String> environment = new HashMap<>(OWN_DATABASE);
        environment.remove(missing);

        assertThatThrownBy(() -> settings(environment))
                .isInstanceOf(LaunchRefusal.class)
                .hasMessageStartingWith("To use a PostgreSQL of your own, set " + missing + " as well;");
    }

    @Test
    void anOwnDatabaseOfAnotherMakeIsRefusedWithoutPrintingItsAddress() {
        Map<String, String> environment = new HashMap<>(OWN_DATABASE);
        environment.put("MIADI_DB_URL", "jdbc:mysql://db/miadi?password=hunter2");

        assertThatThrownBy(() -> settings(environment))
                .isInstanceOf(LaunchRefusal.class)
                .hasMessageContaining("jdbc:postgresql:")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aDatabasePasswordNeverShowsInAText() {
        assertThat(settings(OWN_DATABASE).toString()).doesNotContain("secret");
    }

    private static LaunchSettings settings(Map<String, String> environment) {
        return LaunchSettings.of(environment, PROJECT, WORKING_DIRECTORY);
    }
}
