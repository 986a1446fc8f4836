package health.miadi.client;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import health.miadi.testing.Clinic;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What others make of the document: its linters pass it, and the clients that {@code mvn -Pclients} generates for TypeScript, Python and
 * C# hold their languages' types and take a patient from the registration to a cancelled visit.
 *
 * <p>Skipped where the generated clients or the languages' tools are missing, unless {@code MIADI_CLIENTS_REQUIRED} is set
 * ({@code docs/clients.md}).
 */
@Tag("payara-only")
class GeneratedClientsIT {

    private static final Path CLIENTS = Path.of("target/clients").toAbsolutePath();
    private static final Path JOURNEYS = Path.of("src/test/clients").toAbsolutePath();
    private static final Path DOCUMENT =
            Path.of("target/classes/META-INF/openapi.yaml").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path work;

    @Test
    void theLintersPassTheDocument() throws Exception {
        Path tools = nodeTools("redocly", "spectral");
        Files.writeString(work.resolve("spectral.yaml"), "extends: [\"spectral:oas\"]\n");

        String redocly = run(
                Map.of(), work, tools.resolve("redocly").toString(), "lint", "--extends=recommended", "" + DOCUMENT);
        run(
                Map.of(),
                work,
                tools.resolve("spectral").toString(),
                "lint",
                "--fail-severity=hint",
                "--ruleset=" + work.resolve("spectral.yaml"),
                DOCUMENT.toString());

        assertThat(redocly).as("no warning either").doesNotContain("warning.", "warnings.");
    }

    @Test
    void openapiTypescriptReadsTheDocument() throws Exception {
        Path tools = nodeTools("openapi-typescript", "tsc");

        run(Map.of(), work, tools.resolve("openapi-typescript").toString(), DOCUMENT.toString(), "-o", "miadi.ts");

        run(Map.of(), work, tools.resolve("tsc").toString(), "--strict", "--noEmit", "miadi.ts");
    }

    @Test
    void aProgramInTypeScriptBooksMovesAndCancels() throws Exception {
        Path tools = nodeTools("tsc");
        Path client = generated("typescript");
        String tsc = tools.resolve("tsc").toString();
        Path compiled = Files.createDirectories(work.resolve("node_modules/miadi-client"));
        Files.copy(client.resolve("package.json"), compiled.resolve("package.json"));
        Files.copy(JOURNEYS.resolve("typescript/journey.ts"), work.resolve("journey.ts"));

        run(
                Map.of(),
                client,
                tsc,
                "--strict",
                "--outDir",
                compiled.resolve("dist").toString());
        run(
                Map.of(),
                work,
                tsc,
                "--strict",
                "--noUncheckedIndexedAccess",
                "--target",
                "es2022",
                "--module",
                "nodenext",
                "--lib",
                "es2022,dom",
                "--typeRoots",
                tools.resolveSibling("@types").toString(),
                "--types",
                "node",
                "journey.ts");

        assertThat(run(aClinic(), work, "node", "journey.js")).contains("the journey is done");
    }

    @Test
    void aProgramInPythonBooksMovesAndCancels() throws Exception {
        Path client = generated("python");
        String python = requireNonNullElse(System.getenv("MIADI_CLIENTS_PYTHON"), "python3");
        if (!succeeds(python, "-c", "import dateutil, mypy, urllib3, pydantic; assert pydantic.VERSION >= '2'")) {
            missing(python + " has not all of pydantic 2, urllib3, dateutil and mypy");
        }
        Files.copy(JOURNEYS.resolve("python/journey.py"), work.resolve("journey.py"));
        Map<String, String> environment = aClinic();
        environment.put("PYTHONPATH", client.toString());
        environment.put("MYPYPATH", client.toString());
        environment.put("PYTHONDONTWRITEBYTECODE", "1");

        // The client, too, as far as the journey needs it, which is all of it. The generator writes a setting of
        // pydantic 2.11, which
        // an older one passes over; dateutil has no types.
        run(
                environment,
                work,
                python,
                "-m",
                "mypy",
                "--cache-dir=" + work.resolve("mypy"),
                "--disallow-untyped-calls",
                "--check-untyped-defs",
                "--disable-error-code=import-untyped",
                "--disable-error-code=typeddict-unknown-key",
                "journey.py");

        assertThat(run(environment, work, python, "journey.py")).contains("the journey is done");
    }

    @Test
    void aProgramInCSharpBooksMovesAndCancels() throws Exception {
        Path client = generated("csharp");
        Path json = Path.of("/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll");
        if (!succeeds("mcs", "--version") || !succeeds("mono", "--version") || !Files.exists(json)) {
            missing("mcs, mono and Debian's libnewtonsoft-json5.0-cil are not all there");
        }
        Files.copy(json, work.resolve("Newtonsoft.Json.dll"));
        List<String> command = new ArrayList<>(List.of(
                "mcs",
                "-langversion:latest",
                "-warn:1",
                "-out:journey.exe",
                "-r:Newtonsoft.Json.dll,System.Net.Http.dll,System.Web.dll,System.Runtime.Serialization.dll",
                "-r:System.ComponentModel.DataAnnotations.dll"));
        for (Path sources : List.of(JOURNEYS.resolve("csharp"), client.resolve("src/Miadi"))) {
            try (Stream<Path> found = Files.walk(sources)) {
                found.filter(file -> file.toString().endsWith(".cs")).forEach(file -> command.add(file.toString()));
            }
        }

        run(Map.of(), work, command.toArray(String[]::new));

        assertThat(run(aClinic(), work, "mono", "journey.exe")).contains("the journey is done");
    }

    /** A provider with free times, as the journeys are told of them. */
    private static Map<String, String> aClinic() {
        TestProvider provider = Clinic.ofTheSuite().aProvider().workingMondays("09:00", "12:00");
        Instant from = provider.mondayAt("00:00");
        return new HashMap<>(Map.of(
                "MIADI_URL",
                SuiteServer.get().address().toString().replaceFirst("/$", ""),
                "MIADI_PROVIDER",
                provider.id().toString(),
                "MIADI_FROM",
                from.toString(),
                "MIADI_TO",
                from.plus(Duration.ofDays(1)).toString(),
                "MIADI_UNIQUE",
                String.valueOf(Clinic.unique())));
    }

    private static Path generated(String language) {
        Path client = CLIENTS.resolve(language);
        if (!Files.isDirectory(client)) {
            missing(client + " is not there; mvn package -Pclients makes it");
        }
        return client;
    }

    /** Where npm put those programs. */
    private static Path nodeTools(String... programs) {
        @Nullable String directory = System.getenv("MIADI_CLIENTS_NODE");
        if (directory == null || !succeeds("node", "--version")) {
            missing("there is no node, or MIADI_CLIENTS_NODE does not say where the tools are");
        }
        Path tools = Path.of(directory + "/node_modules/.bin");
        for (String program : programs) {
            if (!Files.exists(tools.resolve(program))) {
                missing(tools.resolve(program) + " is not there");
            }
        }
        return tools;
    }

    /** Ends the test: with a failure where clients have to be tested, and otherwise as skipped, loudly. */
    private static void missing(String what) {
        if (Boolean.parseBoolean(System.getenv("MIADI_CLIENTS_REQUIRED"))) {
            throw new IllegalStateException("MIADI_CLIENTS_REQUIRED is set and " + what);
        }
        String line = "*".repeat(100);
        System.out.printf("%n%s%n* NO CLIENT: one of the generated clients was not tested: %s%n%s%n", line, what, line);
        abort("NO CLIENT: " + what);
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException nothingToRun) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What that command printed; a failure says it too. */
    private String run(Map<String, String> environment, Path directory, String... command) throws Exception {
        Path output = Files.createTempFile(work, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended ? process.exitValue() : -1)
                .as("%s: %s", Arrays.toString(command), printed)
                .isZero();
        return printed;
    }
}
