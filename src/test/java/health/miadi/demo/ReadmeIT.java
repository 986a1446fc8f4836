package health.miadi.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import health.miadi.demo.SampleLogins.Login;
import health.miadi.testing.Clinic;
import health.miadi.testing.SignedUp;
import health.miadi.testing.SuiteServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R-AVAIL-6: the lines of README's first booking book, however often they are pasted")
class ReadmeIT {
    private static final Pattern LINES = Pattern.compile("## A first booking\\b.*?```sh\\n(.*?)```", Pattern.DOTALL);
    private static final int PASTES = 3;

    private final Clinic clinic = Clinic.ofTheSuite();

    @TempDir
    Path home;

    @Test
    void itsLinesBookEachTime() throws Exception {
        assumeThat(run("date -u -d +1day +%FT%TZ && curl --version")).contains("curl");
        clinic.aProvider().workingDaily("00:00", "24:00");
        String email = "reader-" + Clinic.unique() + "@example.org";
        String password = Clinic.unique() + "readme";
        clinic.anonymous()
                .post("/auth/register", SignedUp.registration(email).put("password", password))
                .expect(201);
        Login patient = new Login(email, password);
        Files.writeString(home.resolve("logins.json"), new SampleLogins(patient, patient, patient).json());
        Matcher readme = LINES.matcher(Files.readString(Path.of("README.md")));
        assertThat(readme.find()).isTrue();
        String lines = readme.group(1);
        String last = lines.strip().substring(lines.strip().lastIndexOf('\n') + 1);

        for (int paste = 1; paste <= PASTES; paste++) {
            assertThat(run(lines)).as("paste " + paste).contains("201 Created");
        }
        assertThat(run(lines + last)).contains("201 Created", "409 Conflict", "\"nextStarts\":[\"");
    }

    private String run(String lines) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash").redirectErrorStream(true);
        builder.environment().put("MIADI_HOME", home.toString());
        builder.environment()
                .put("MIADI_PORT", String.valueOf(SuiteServer.get().address().getPort()));
        Process shell = builder.start();
        try (var input = shell.getOutputStream()) {
            input.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        String told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return told;
    }
}
