package health.miadi.console.file;

import health.miadi.console.storage.RecordContract;
import health.miadi.console.storage.Storage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What both storages keep to, kept by the file. */
class FileStorageContractTest extends RecordContract {
    @TempDir
    Path directory;

    private Storage storage;

    @BeforeEach
    void opens() {
        storage = FileFixture.open(directory.resolve("clinic.json"), Disk.REAL);
    }

    @AfterEach
    void closes() {
        storage.close();
    }

    @Override
    protected Storage storage() {
        return storage;
    }
}
