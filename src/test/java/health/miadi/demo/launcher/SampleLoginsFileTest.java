package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import health.miadi.demo.SampleLogins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleLoginsFileTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("logins.json");
    }

    @Test
    void theFileHoldsAUsernameAndAPasswordForEachOfThreeRolesAndNothingElse() throws IOException {
        SampleLoginsFile.keep(file, false);

        JsonNode json = new JsonMapper().readTree(Files.readString(file));
        assertThat(json.fieldNames()).toIterable().containsExactly("admin", "provider", "patient");
        for (JsonNode login : json) {
            assertThat(login.fieldNames()).toIterable().containsExactly("username", "password");
            assertThat(login.get("password").textValue()).matches("[A-Za-z0-9]{16,128}");
        }
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        Optional<SampleLogins> logins = SampleLoginsFile.keep(file, false);

        assertThat(SampleLoginsFile.keep(file, true)).isEqualTo(logins).isPresent();
    }

    @Test
    void noTwoGeneratedPasswordsAreTheSame() throws IOException {
        SampleLogins one = SampleLoginsFile.keep(file, false).orElseThrow();
        SampleLogins other =
                SampleLoginsFile.keep(directory.resolve("other"), false).orElseThrow();

        assertThat(Set.copyOf(List.of(
                        one.admin().password(),
                        one.provider().password(),
                        one.patient().password(),
                        other.admin().password())))
                .hasSize(4);
    }

    @Test
    void aPasswordNeverShowsInAText() throws IOException {
        SampleLogins logins = SampleLoginsFile.keep(file, false).orElseThrow();

        assertThat(logins.toString()).doesNotContain(logins.admin().password());
    }

    @Test
    void theLoginsOfADatabaseThatWasKeptAreNotInventedAnew() throws IOException {
        assertThat(SampleLoginsFile.keep(file, true)).isEmpty();
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"admin\": {\"username\": \"a\", \"password\": \"b\"}}",
                "{\"admin\": {}, \"provider\": {}, \"patient\": {}}"
            })
    void aDamagedFileIsRefusedAndNamed(String text) throws IOException {
        Files.writeString(file, text);

        assertThatThrownBy(() -> SampleLoginsFile.keep(file, false))
                .isInstanceOf(LaunchRefusal.class)
                .hasMessageStartingWith(file + " does not hold the three sample logins");
    }
}
