package health.miadi.console.database;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.console.file.FileSettings;
import health.miadi.console.file.FileStorage;
import health.miadi.console.file.PlainSealer;
import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.runtime.DatabaseAddress;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Taking;
import health.miadi.shared.time.SystemClock;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R-AUTH-1: who got a password at the console signs in with it at the server. */
class ConsolePasswordIT {
    private static final String PASSWORD = "seven green lanterns ñ";

    @TempDir
    Path directory;

    private final Clinic clinic = Clinic.ofTheSuite();

    @Test
    void aPasswordOfTheConsoleSignsIn() {
        var address = new DatabaseAddress(clinic.database().url(), "miadi", TestDatabase.password());
        try (Storage database = new DatabaseStorage(ApplicationRuntime.start(address, Uses.ALL), () -> {})) {
            StoredObject made = account(database);
            StoredObject moved;
            try (Storage file = FileStorage.open(
                    directory.resolve("clinic.json"),
                    new FileSettings(Map.of()),
                    new PlainSealer(),
                    SystemClock.create())) {
                account(file);
                try (Stream<StoredObject> users = file.stored(ObjectClass.USER)) {
                    moved = users.findFirst().orElseThrow();
                }
            }
            assertThat(database.take(ObjectClass.USER, List.of(moved))).containsExactly(Taking.TAKEN);

            for (StoredObject user : List.of(made, moved)) {
                signIn(user, PASSWORD, 200);
                signIn(user, "another", 401);
            }
        }
    }

    private static StoredObject account(Storage storage) {
        return storage.create(
                ObjectClass.USER,
                ObjectClass.USER.read(
                        Map.of("username", "console-" + Clinic.unique(), "role", "admin", "password", PASSWORD)));
    }

    private void signIn(StoredObject user, String password, int status) {
        clinic.anonymous()
                .post(
                        "/auth/login",
                        Json.object("username", user.value("username").orElseThrow(), "password", password))
                .expect(status);
    }
}
