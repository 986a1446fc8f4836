package health.miadi.console.shell;

import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The streams that the process was started with. */
final class StandardStreams {
    private StandardStreams() {}

    /** Whether a person types and reads: both ends are a terminal. */
    static boolean areTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console at all times, and it says what it is.
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /** The lines that a script feeds, in UTF-8. */
    static Stream<String> lines() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines();
    }
}
