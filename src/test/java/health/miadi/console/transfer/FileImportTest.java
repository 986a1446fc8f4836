package health.miadi.console.transfer;

import health.miadi.console.file.FileSettings;
import health.miadi.console.file.FileStorage;
import health.miadi.console.file.PlainSealer;
import health.miadi.console.storage.Storage;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A list from a spreadsheet, taken into a file (finding L15 among others). */
class FileImportTest extends ImportContract {
    private Storage storage;

    @BeforeEach
    void opens() {
        storage = FileStorage.open(
                directory.resolve("clinic.json"), new FileSettings(Map.of()), new PlainSealer(), Clock.systemUTC());
    }

    @AfterEach
    void closes() {
        storage.close();
    }

    @Override
    Storage storage() {
        return storage;
    }
}
