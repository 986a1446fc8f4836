package health.miadi.demo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The main class of the run command. */
public final class MiadiLauncher {

    private MiadiLauncher() {}

    /**
     * Runs Miadi until it is stopped; ends the whole Java process, with exit code 1 when Miadi could not run.
     *
     * @param arguments the project's root; the make of server; its programs, Payara Micro's jar or a directory with WildFly
     */
    public static void main(String[] arguments) {
        RunningParts parts = new RunningParts();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::stopAll, "stop"));
        try {
            Path project = Path.of(arguments[0]).toAbsolutePath();
            LaunchSettings settings = LaunchSettings.of(System.getenv(), project, Path.of(""));
            ServerMake make = ServerMake.of(arguments[1], Path.of(arguments[2]), project);
            new Launch(settings, make, parts, System.out).run();
        } catch (LaunchRefusal e) {
            refuse(parts, e.sentence());
        } catch (IOException | UncheckedIOException e) {
            refuse(parts, "Miadi could not start: " + e);
        } catch (RunningParts.StoppingException stoppedByThePerson) {
            waitForEnd();
        }
    }

    private static void refuse(RunningParts parts, String sentence) {
        if (parts.isStopping()) {
            waitForEnd();
        }
        System.err.println(sentence);
        System.exit(1);
    }

    /** The shutdown hook is at work and ends the process; until then nothing more may be printed. */
    private static void waitForEnd() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
