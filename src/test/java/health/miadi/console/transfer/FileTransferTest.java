package health.miadi.console.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.console.file.FileSettings;
import health.miadi.console.file.FileStorage;
import health.miadi.console.file.PlainSealer;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CSV moves into a file as it moves into a database. */
class FileTransferTest {
    @TempDir
    Path directory;

    @Test
    void takesWhatADatabaseTakesAndNothingTwice() throws IOException {
        Path source = Files.createDirectory(directory.resolve("csv"));
        Files.writeString(source.resolve("providers.csv"), ClinicTransferIT.PROVIDERS);
        Files.writeString(source.resolve("patients.csv"), ClinicTransferIT.PATIENTS);
        Files.writeString(source.resolve("encounters.csv"), ClinicTransferIT.ENCOUNTERS);

        try (Storage clinic = open()) {
            TransferReport report = take(clinic, source);

            assertThat(report.of(ObjectClass.PROVIDER)).isEqualTo(new TransferReport.Counts(2, 0, 0, 0));
            assertThat(report.of(ObjectClass.PATIENT)).isEqualTo(new TransferReport.Counts(2, 0, 0, 1));
            assertThat(report.of(ObjectClass.APPOINTMENT)).isEqualTo(new TransferReport.Counts(3, 0, 0, 3));
            assertThat(Files.readAllLines(directory.resolve("rejects.csv"))).hasSize(8);
        }
        byte[] before = Files.readAllBytes(directory.resolve("clinic.json"));
        try (Storage reopened = open()) {
            assertThat(take(reopened, source).all().values()).allMatch(counts -> counts.taken() == 0);
        }
        assertThat(directory.resolve("clinic.json")).hasBinaryContent(before);
    }

    private Storage open() {
        return FileStorage.open(
                directory.resolve("clinic.json"), new FileSettings(Map.of()), new PlainSealer(), Clock.systemUTC());
    }

    private TransferReport take(Storage clinic, Path source) {
        return new ClinicTransfer(clinic, Clock.systemUTC(), Progress.NONE)
                .take(source, directory.resolve("rejects.csv"), ImportSettings.plain(ZoneId.of("Africa/Nairobi")));
    }
}
