package health.miadi.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.console.shell.ConsoleProcess.Result;
import health.miadi.demo.launcher.HeldHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database of a home, among the programs that want it: one starts it, the others wait for it or share it. */
@Tag("payara-only")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HomeDatabaseIT {
    private static final String ID = "[0-9a-f-]{36}";

    @TempDir
    Path directory;

    @Test
    void aHomeIsOneConsolesOrSharedWithTheApplicationAndOutlivesAKill() throws Exception {
        try (Talk first = new Talk();
                Talk second = new Talk()) {
            assertThat(first.asks(visit("first"))).matches(ID);
            assertThat(second.asks("format")).as("needs no storage").isEqualTo("line");
            second.says("count AppointmentType");
            assertThat(first.asks(visit("second"))).matches(ID);
            first.ends();
            assertThat(second.hears()).as("it waited for the first one to end").isEqualTo("2");
            second.ends();
        }
        try (Talk killed = new Talk()) {
            assertThat(killed.asks(visit("third"))).matches(ID);
            killed.isKilled();
        }
        assertThat(run("count AppointmentType")).as("after a kill").isEqualTo(new Result("3\n", "", 0));
        try (HeldHome application = new HeldHome(directory.resolve("home"))) {
            assertThat(run(visit("fourth")).exitCode()).isZero();
            assertThat(run("count AppointmentType")).as("shared").isEqualTo(new Result("4\n", "", 0));
            assertThat(application.rows("appointment_types"))
                    .as("still running")
                    .isEqualTo(4);
        }
    }

    private static String visit(String name) {
        return "create AppointmentType durationMinutes=30 name=" + name;
    }

    private Result run(String command) throws Exception {
        return ConsoleProcess.run(directory, "", "--storage", "db", "-c", command);
    }

    /** A console that is fed line by line. */
    private final class Talk implements AutoCloseable {
        private final Process process = ConsoleProcess.start(directory, "--storage", "db");
        private final BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));

        Talk() throws IOException {}

        void says(String line) throws IOException {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        String hears() throws IOException {
            return String.valueOf(out.readLine());
        }

        String asks(String line) throws IOException {
            says(line);
            return hears();
        }

        void ends() throws Exception {
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        }

        void isKilled() throws InterruptedException {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }

        @Override
        public void close() {
            process.toHandle().destroyForcibly();
        }
    }
}
