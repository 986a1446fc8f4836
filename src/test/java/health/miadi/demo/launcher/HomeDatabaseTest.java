package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-REC-4: the console seals with the keys that the application has, or the application could not read it. */
class HomeDatabaseTest {
    private final MiadiHome home = MiadiHome.heldByAnother(Path.of("home"));

    @Test
    void theHomesKeysSealWhereThePersonGivesNone() {
        assertThat(HomeDatabase.recordKeys(Map.of("MIADI_RECORDS_KEYS", " "), home))
                .contains(home.recordKeys());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIADI_RECORDS_KEYS", "MIADI_RECORDS_KEYS_FILE", "MIADI_RECORDS_KEYSTORE_FILE"})
    void thePersonsOwnKeysAreNotReplaced(String setting) {
        assertThat(HomeDatabase.recordKeys(Map.of(setting, "given"), home)).isEmpty();
    }
}
