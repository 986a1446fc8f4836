package health.miadi.demo.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first thing that runs in the application server's process: it starts the server and ends with the launcher.
 *
 * <p>The launcher holds the other end of this process's standard input. When that closes, the launcher has gone, perhaps
 * without a chance to clean up; then this process asks PostgreSQL to end when its last connection does, and ends itself.
 *
 * <p>This class is the only one of the project on that process's class path, so it uses none of the others.
 */
final class ServerGuard {
    private static final long STOP_LIMIT_MILLIS = 15_000;

    private ServerGuard() {}

    /**
     * Runs a server.
     *
     * @param arguments the process id of the embedded PostgreSQL or 0; the file to make once the server has started; the
     *     server's main class; its arguments
     */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        long postgres = Long.parseLong(arguments[0]);
        Optional<ProcessHandle> database = postgres == 0 ? Optional.empty() : ProcessHandle.of(postgres);
        daemon("launcher-watch", () -> endWithLauncher(database));
        runServer(arguments[2], Arrays.copyOfRange(arguments, 3, arguments.length));
        Files.createFile(Path.of(arguments[1]));
    }

    private static void runServer(String mainClass, String[] arguments) throws ReflectiveOperationException {
        try {
            Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    @SuppressWarnings("SystemExitOutsideMain")
    private static void endWithLauncher(Optional<ProcessHandle> database) {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever said; only the end of it matters
            }
        } catch (IOException gone) {
            // as good as its end
        }
        database.ifPresent(ProcessHandle::destroy);
        daemon("stop-limit", ServerGuard::haltAfterLimit);
        System.exit(0);
    }

    private static void haltAfterLimit() {
        try {
            Thread.sleep(STOP_LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
