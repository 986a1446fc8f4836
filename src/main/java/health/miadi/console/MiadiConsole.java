package health.miadi.console;

import health.miadi.console.shell.ConsoleMain;

/** Starts the console. */
public final class MiadiConsole {
    private MiadiConsole() {}

    /**
     * Starts it, and ends with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        System.exit(ConsoleMain.run(arguments));
    }
}
