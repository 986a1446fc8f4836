package health.miadi.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.console.shell.ConsoleProcess.Result;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console as a script uses it. */
@Tag("no-server")
class ScriptIT {
    private static final String ANN = "create Provider firstName=Änn lastName=Otieno cadre=nurse timeZone=UTC";

    @TempDir
    Path directory;

    @Test
    void commandsOnStandardInputGiveOutcomesAndErrorsApart() throws Exception {
        Result result = ConsoleProcess.run(directory, ANN + "\n\ndestroy\n# a remark\nProvider.all()\n");
        assertThat(result.err()).isEqualTo("** class name missing **\n");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out().lines()).hasSize(2);
        assertThat(result.out()).contains("'firstName': 'Änn'").doesNotContain("(HMS $)", "\u001b", "\r");
        assertThat(ConsoleProcess.run(directory, "count Provider\nquit\nfly\n")).isEqualTo(new Result("1\n", "", 0));
    }

    @Test
    void commandsOnTheCommandLineAreDoneInOrder() throws Exception {
        Result result = ConsoleProcess.run(directory, "", "-c", ANN, "-c", "count Provider", "--format", "json");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).matches("\\{\"class\":\"Provider\",\"id\":\"[0-9a-f-]{36}\"}\n1\n");
    }

    @Test
    void wrongOptionsAreTold() throws Exception {
        Result format = ConsoleProcess.run(directory, "", "--format", "pdf");
        assertThat(format.exitCode()).isEqualTo(2);
        assertThat(format.out()).isEmpty();
        assertThat(format.err()).contains("the formats are table, json and line");
        Result storage = ConsoleProcess.run(directory, "", "--storage=paper");
        assertThat(storage.exitCode()).isEqualTo(2);
    }

    @Test
    void helpAndVersionNeedNoStorage() throws Exception {
        Files.writeString(directory.resolve("clinic.json"), "{");
        assertThat(ConsoleProcess.run(directory, "", "--help").out()).contains("--format", "Exit codes");
        assertThat(ConsoleProcess.run(directory, "", "--version").out()).startsWith("Miadi console");
        assertThat(ConsoleProcess.run(directory, "", "-c", "help create")).satisfies(result -> {
            assertThat(result.out()).contains("For example:");
            assertThat(result.exitCode()).isZero();
        });
    }

    @Test
    void aFileThatCannotBeUsedIsToldInOneLineAndKept() throws Exception {
        Path file = Files.writeString(directory.resolve("clinic.json"), "{\"format\" : \"miadi-cl");
        Result result = ConsoleProcess.run(directory, ANN + "\n");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).singleElement().asString().contains("cannot be used, and stays as it is");
        assertThat(file).hasContent("{\"format\" : \"miadi-cl");
    }

    @Test
    void nobodyWhoReadsAnyMoreEndsItQuietly() throws Exception {
        var many = new StringBuilder(ANN + "\n");
        many.append("Provider.all()\n".repeat(2_000));
        Path commands = Files.writeString(directory.resolve("commands.txt"), many);
        Process process = ConsoleProcess.start(directory, "-c", Files.readString(commands));
        try (InputStream out = process.getInputStream()) {
            assertThat(out.readNBytes(10)).hasSize(10);
        }
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(err).isEmpty();
        assertThat(process.exitValue()).isEqualTo(141);
    }
}
