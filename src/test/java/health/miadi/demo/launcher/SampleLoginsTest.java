package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleLoginsTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("logins.json");
    }

    @Test
    void theFileHoldsAUsernameAndAPasswordForEachOfThreeRolesAndNothingElse() throws IOException {
        SampleLogins.generate().write(file);

        JsonNode json = new JsonMapper().readTree(Files.readString(file));
        assertThat(json.fieldNames()).toIterable().containsExactly("admin", "provider", "patient");
        for (JsonNode login : json) {
            assertThat(login.fieldNames()).toIterable().containsExactly("username", "password");
            assertThat(login.get("password").textValue()).matches("[A-Za-z0-9]{16,128}");
        }
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        SampleLogins logins = SampleLogins.generate();
        logins.write(file);

        assertThat(SampleLogins.read(file)).isEqualTo(logins);
    }

    @Test
    void noTwoGeneratedPasswordsAreTheSame() {
        SampleLogins one = SampleLogins.generate();
        SampleLogins other = SampleLogins.generate();

        assertThat(Set.copyOf(List.of(
                        one.admin().password(),
                        one.provider().password(),
                        one.patient().password(),
                        other.admin().password())))
                .hasSize(4);
    }

    @Test
    void aPasswordNeverShowsInAText() {
        SampleLogins logins = SampleLogins.generate();

        assertThat(logins.toString()).doesNotContain(logins.admin().password());
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

        assertThatThrownBy(() -> SampleLogins.read(file))
                .isInstanceOf(LaunchRefusal.class)
                .hasMessageStartingWith(file + " does not hold the three sample logins");
    }
}
