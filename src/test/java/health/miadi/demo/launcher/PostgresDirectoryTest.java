package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDirectoryTest {
    @TempDir
    Path parent;

    private Path data;

    @BeforeEach
    void layOutWhatEveryClusterHas() throws IOException {
        data = parent.resolve("postgres");
        for (String directory : new String[] {"base", "global", "pg_wal"}) {
            Files.createDirectories(data.resolve(directory));
        }
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        Files.write(data.resolve("global/pg_control"), new byte[8192]);
        Files.writeString(data.resolve("postgresql.conf"), "");
        Files.writeString(data.resolve("pg_hba.conf"), "");
    }

    @Test
    void aWholeDirectoryIsAccepted() {
        assertThatCode(() -> new PostgresDirectory(data).proveWhole("17")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PG_VERSION", "global/pg_control", "base", "pg_wal", "postgresql.conf", "pg_hba.conf"})
    void aDirectoryThatLacksAnEssentialFileIsRefusedAndTheFileNamed(String file) throws IOException {
        PrivateFiles.deleteTree(data.resolve(file));

        assertThatThrownBy(() -> new PostgresDirectory(data).proveWhole("17"))
                .isInstanceOf(LaunchRefusal.class)
                .hasMessageContaining(data.toString())
                .hasMessageContaining(file + " is missing");
    }

    @Test
    void aControlFileThatWasNotWrittenToItsEndIsRefused() throws IOException {
        Files.write(data.resolve("global/pg_control"), new byte[100]);

        assertThatThrownBy(() -> new PostgresDirectory(data).proveWhole("17"))
                .isInstanceOf(LaunchRefusal.class)
                .hasMessageContaining("global/pg_control is cut off");
    }

    @Test
    void theDataOfAnotherVersionIsRefusedAndBothVersionsNamed() {
        assertThatThrownBy(() -> new PostgresDirectory(data).proveWhole("18"))
                .isInstanceOf(LaunchRefusal.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("brings 18");
    }

    @Test
    void anEmptyDirectoryCountsAsNone() throws IOException {
        Path empty = Files.createDirectory(parent.resolve("empty"));

        assertThat(new PostgresDirectory(empty).exists()).isFalse();
        assertThat(new PostgresDirectory(parent.resolve("none")).exists()).isFalse();
        assertThat(new PostgresDirectory(data).exists()).isTrue();
    }
}
