package health.miadi.console.transfer;

import health.miadi.console.database.ConsoleDatabase;
import health.miadi.console.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A list from a spreadsheet, taken into the database. */
@Tag("no-server")
class DatabaseImportIT extends ImportContract {
    private ConsoleDatabase clinic;

    @BeforeEach
    void starts() {
        clinic = new ConsoleDatabase();
    }

    @AfterEach
    void stops() {
        clinic.close();
    }

    @Override
    Storage storage() {
        return clinic.storage();
    }
}
