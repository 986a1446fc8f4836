package health.miadi.console.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.server.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A support bundle of a clinic in which much has happened has nothing of anybody in it, and no secret. */
@Tag("payara-only")
class SupportBundleIT {

    private static final Path LOGS = Path.of("target/server-logs");

    @TempDir
    Path directory;

    private final Clinic clinic = Clinic.ofTheSuite();

    @Test
    void nothingOfAPersonAndNoSecretIsInIt() throws Exception {
        TestPatient somebody = clinic.aPatient();
        clinic.admin().get("/patients?search=Zuberimwangaza");
        clinic.admin().post("/patients", Json.object("firstName", "Zuberimwangaza")); // refused
        Map<String, String> environment = new HashMap<>(clinic.database().environment());
        environment.put("MIADI_ADMIN_PASSWORD", "a-secret-of-somebody");
        environment.put("MIADI_METRICS_TOKEN", "41414141");
        Path bundle = directory.resolve("support.zip");

        SupportBundle.write(
                bundle,
                "Miadi",
                environment,
                directory,
                logs(),
                List.of(ProcessHandle.current().pid()));

        Map<String, String> parts = parts(bundle);
        assertThat(parts.get("database.txt")).contains("== tables", "persons\t", "== schema");
        assertThat(parts.get("settings.txt")).contains("MIADI_ADMIN_PASSWORD=(set)");
        assertThat(parts.get("log-1.txt")).contains("operation=");
        assertThat(parts.get("threads-1.txt")).contains("at health.miadi");
        String all = String.join("\n", parts.values());
        assertThat(all)
                .doesNotContain("Zuberimwangaza", "a-secret-of-somebody", "41414141", TestDatabase.password())
                .doesNotContain(somebody.id().toString());
        List<String> personal = clinic.database()
                .texts(
                        "SELECT email FROM persons WHERE email IS NOT NULL UNION SELECT phone FROM persons WHERE phone IS NOT NULL"
                                + " UNION SELECT id::text FROM persons UNION SELECT username FROM users WHERE length(username) > 8"
                                + " UNION SELECT id::text FROM users UNION SELECT id::text FROM appointments");
        assertThat(personal).hasSizeGreaterThan(5);
        assertThat(personal).noneMatch(all::contains);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bundle)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> SupportBundle.write(bundle, "Miadi", environment, directory, List.of(), List.of()))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void withoutADatabaseItSaysSo() throws Exception {
        Path bundle = directory.resolve("support.zip");

        SupportBundle.write(
                bundle,
                "Miadi",
                Map.of("MIADI_DB_URL", "jdbc:postgresql://127.0.0.1:1/none", "MIADI_DB_USER", "somebody"),
                directory,
                List.of(),
                List.of());

        assertThat(parts(bundle).get("database.txt")).startsWith("no ").doesNotContain("127.0.0.1", "somebody");
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(LOGS)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    private static Map<String, String> parts(Path bundle) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (var zip = new ZipFile(bundle.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
