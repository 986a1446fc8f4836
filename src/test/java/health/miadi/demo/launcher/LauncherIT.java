package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs Miadi as the run command does, and ends it in the ways that people and machines do. */
@Tag("run-command")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class LauncherIT {
    private static final String READY = "Miadi is ready.";
    private static final String HALF_OF_THE_SAMPLE_CLINIC = "  Sample clinic: 78 patients";
    private static final String IPV4_LOOPBACK = "0100007F";
    private static final String IPV4_LOOPBACK_IN_IPV6 = "0000000000000000FFFF00000100007F";

    @TempDir
    Path home;

    private int port;
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void chooseAPort() throws IOException {
        port = LoopbackPort.free();
        environment = Map.of("MIADI_HOME", home.toString(), "MIADI_PORT", Integer.toString(port));
    }

    @Test
    void aRunKeepsItsDataHoweverItEndsAndLeavesNothingRunning() throws Exception {
        try (LauncherRun run = LauncherRun.start(environment)) {
            run.awaitLine(HALF_OF_THE_SAMPLE_CLINIC);
            run.killWithServer();
        }

        List<ProcessHandle> first;
        byte[] logins;
        try (LauncherRun run = LauncherRun.start(environment)) {
            assertThat(run.awaitLine(READY)).contains(HALF_OF_THE_SAMPLE_CLINIC);
            first = processes(run);

            assertThatTheSampleClinicIsWhole();
            assertThatItAnswersOnLoopbackOnly(first);
            assertThatNobodySignsInWithGoogle();
            assertThatTheDatabaseIsSafe();
            assertThatASecondOneIsRefused();
            logins = Files.readAllBytes(home.resolve("logins.json"));
            insert("kept over a stop");

            run.terminate();
            assertThat(run.awaitEnd()).contains("Sample logins").doesNotContain("ended by itself");
        }
        assertThat(first).hasSizeGreaterThan(1).noneMatch(LauncherIT::runs);

        try (LauncherRun run = LauncherRun.start(environment)) {
            assertThat(run.awaitLine(READY)).doesNotContain("Sample clinic");
            insert("kept over a kill");
            awaitClassArchive();
            run.kill();
        }
        // without waiting for anything: the next start has to cope with what is left
        List<ProcessHandle> last;
        try (LauncherRun run = LauncherRun.start(environment)) {
            run.awaitLine(READY);
            last = processes(run);
            assertThat(last).as("the server has its classes from the archive").anyMatch(this::usesTheClassArchive);

            assertThatTheSampleClinicIsWhole();
            assertThat(kept()).containsExactly("kept over a kill", "kept over a stop");
            assertThat(home.resolve("logins.json")).hasBinaryContent(logins);
            run.kill();
        }
        for (ProcessHandle process : last) {
            process.onExit().get(2, TimeUnit.MINUTES);
        }
    }

    @Test
    void whatIsWrongIsSaidInOneSentence() throws Exception {
        assertRefused(Map.of("MIADI_PORT", "http"), "MIADI_PORT must be a number from 1 to 65535, and is \"http\".");

        Path file = Files.writeString(home.resolve("file"), "");
        assertRefused(
                Map.of("MIADI_HOME", file.toString()),
                file + " is not a directory: remove it, or set MIADI_HOME to another directory.");

        try (var taken = new ServerSocket(0)) {
            String number = Integer.toString(taken.getLocalPort());
            assertRefused(
                    Map.of("MIADI_PORT", number),
                    "Port " + number + " is in use: stop what uses it, or set MIADI_PORT to another one.");
        }

        assertRefused(
                Map.of(
                        "MIADI_DB_URL",
                        "jdbc:postgresql://127.0.0.1:" + LoopbackPort.free() + "/miadi",
                        "MIADI_DB_USER",
                        "miadi",
                        "MIADI_DB_PASSWORD",
                        "secret"),
                "Miadi uses the PostgreSQL at MIADI_DB_URL.\nThe PostgreSQL at MIADI_DB_URL does not let Miadi in: ");

        Path data = Files.createDirectories(home.resolve("postgres/base")).getParent();
        assertRefused(
                Map.of(),
                "Miadi starts its database.\nThe database in " + data + " is incomplete (PG_VERSION is missing): ");
    }

    private void assertRefused(Map<String, String> different, String beginning) throws Exception {
        Map<String, String> together = new HashMap<>(environment);
        together.putAll(different);
        try (LauncherRun run = LauncherRun.start(together)) {
            assertThat(run.awaitEnd()).startsWith(beginning).doesNotContain("Exception", "\tat ");
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }

    private void assertThatASecondOneIsRefused() throws Exception {
        assertRefused(
                Map.of("MIADI_PORT", Integer.toString(LoopbackPort.free())), "Miadi is already running on " + home);
    }

    private void assertThatTheSampleClinicIsWhole() throws Exception {
        assertThat(texts("SELECT (SELECT count(*) FROM patients) || ' patients, ' || (SELECT count(*) FROM providers)"
                        + " || ' providers, ' || (SELECT count(*) >= 50 FROM appointments WHERE start_at > now()) || ' to come, '"
                        + " || (SELECT count(*) FROM medical_records) || ' records, ' || (SELECT count(*) FROM insurance)"
                        + " || ' covers, ' || (SELECT count(*) >= 2 FROM appointments WHERE start_at < now()"
                        + " AND status = 'scheduled') || ' begun, '"
                        + " || (SELECT string_agg(role, ' ' ORDER BY role) FROM users)"))
                .containsExactly(
                        "78 patients, 65 providers, true to come, 3 records, 2 covers, true begun, admin patient provider");
        JsonNode logins = new JsonMapper().readTree(Files.readString(home.resolve("logins.json")));
        for (String role : new String[] {"admin", "provider", "patient"}) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/auth/login"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(logins.get(role).toString()))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(role).isEqualTo(200);
        }
    }

    /** Without a client id (R-AUTH-4). */
    private void assertThatNobodySignsInWithGoogle() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        String api = "http://127.0.0.1:" + port + "/api/v1";
        var config =
                http.send(HttpRequest.newBuilder(URI.create(api + "/config")).build(), BodyHandlers.ofString());
        assertThat(config.body()).contains("\"googleSignIn\":false");
        for (String path : List.of("/auth/google", "/auth/google/callback?code=x&state=y")) {
            var answer =
                    http.send(HttpRequest.newBuilder(URI.create(api + path)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("Signing in with Google is not switched on here.");
        }
    }

    private void assertThatItAnswersOnLoopbackOnly(List<ProcessHandle> processes) throws Exception {
        URI health = URI.create("http://127.0.0.1:" + port + "/health/ready");
        var answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);

        List<String> addresses = new ArrayList<>();
        for (ProcessHandle process : processes) {
            addresses.addAll(Listeners.addressesOf(process));
        }
        assertThat(addresses).hasSizeGreaterThanOrEqualTo(2).isSubsetOf(IPV4_LOOPBACK, IPV4_LOOPBACK_IN_IPV6);
    }

    private void assertThatTheDatabaseIsSafe() throws Exception {
        try (Connection connection = connect(password());
                Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    assertThat(row.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
        assertThatThrownBy(() -> connect("a guess").close())
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    private void insert(String text) throws Exception {
        try (Connection connection = connect(password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS launcher_it (text text)");
            statement.execute("INSERT INTO launcher_it VALUES ('" + text + "')");
        }
    }

    private List<String> kept() throws Exception {
        return texts("SELECT text FROM launcher_it ORDER BY text");
    }

    private List<String> texts(String query) throws Exception {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connect(password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private Connection connect(String password) throws Exception {
        String databasePort = postmaster().get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/miadi", "miadi_owner", password);
    }

    private String password() throws IOException {
        return Files.readString(home.resolve("keys/database-owner.password")).strip();
    }

    /** What PostgreSQL notes of itself: its process id in the first line, its port in the fourth. */
    private List<String> postmaster() throws IOException {
        return Files.readAllLines(home.resolve("postgres/postmaster.pid"));
    }

    private List<ProcessHandle> processes(LauncherRun run) throws IOException {
        List<ProcessHandle> processes = new ArrayList<>(run.children());
        ProcessHandle database =
                ProcessHandle.of(Long.parseLong(postmaster().get(0))).orElseThrow();
        processes.add(database);
        return processes;
    }

    /** It is made once the server is ready. */
    private void awaitClassArchive() {
        await().atMost(5, TimeUnit.MINUTES)
                .pollInterval(200, TimeUnit.MILLISECONDS)
                .until(() -> classArchive().isPresent());
    }

    private Optional<Path> classArchive() throws IOException {
        try (Stream<Path> kept = Files.list(home.resolve("payara"))) {
            return kept.filter(path -> path.toString().endsWith(".jsa")).findAny();
        }
    }

    private boolean usesTheClassArchive(ProcessHandle process) {
        try {
            String mapped = Files.readString(Path.of("/proc", Long.toString(process.pid()), "maps"));
            return mapped.contains(classArchive().orElseThrow().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that has ended and that the system has not yet taken note of has no program any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
