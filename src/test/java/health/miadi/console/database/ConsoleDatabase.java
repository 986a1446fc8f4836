package health.miadi.console.database;

import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.runtime.DatabaseAddress;
import health.miadi.testing.server.TestDatabase;

/** A clinic's database for the console alone, without a server. */
public final class ConsoleDatabase implements AutoCloseable {
    private final TestDatabase database = TestDatabase.startMigrated();
    private final DatabaseStorage storage;

    public ConsoleDatabase() {
        var address = new DatabaseAddress(database.url(), "miadi", TestDatabase.password());
        storage = new DatabaseStorage(ApplicationRuntime.start(address, Uses.ALL), database);
    }

    public DatabaseStorage storage() {
        return storage;
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        storage.close();
    }
}
