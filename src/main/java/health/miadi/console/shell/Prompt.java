package health.miadi.console.shell;

import health.miadi.console.shell.Interpreter.Outcome;
import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StorageUnavailableException;
import health.miadi.console.storage.Trait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Reads the lines that a person types, until they quit. */
final class Prompt {
    private static final String PROMPT = "(HMS $) ";

    private final Storages storages;
    private final OutputFormat format;
    private final Map<String, String> environment;

    Prompt(Storages storages, OutputFormat format, Map<String, String> environment) {
        this.storages = storages;
        this.format = format;
        this.environment = environment;
    }

    /**
     * Does what the person types.
     *
     * @return the exit code: 3 when the storage cannot be opened, else 0
     */
    int run() {
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .build()) {
            var screen = new TerminalScreen(terminal, new LineReaderQuestions(terminal), paint(terminal));
            var session = new Session(storages, screen, format);
            var commands = new Commands();
            LineReader reader = reader(terminal, commands, screen);
            if (!isOpen(session, screen)) {
                return Outcome.UNAVAILABLE.exitCode();
            }
            var interpreter = new Interpreter(commands, session);
            while (!session.isOver()) {
                readAndDo(reader, interpreter, session);
            }
            return Outcome.DONE.exitCode();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static void readAndDo(LineReader reader, Interpreter interpreter, Session session) {
        try {
            interpreter.execute(reader.readLine(PROMPT));
        } catch (UserInterruptException again) {
            // Ctrl-C gives up the line, not the console.
        } catch (EndOfFileException over) {
            session.end();
        }
    }

    /** A person learns at once that there is nothing to work on. */
    private static boolean isOpen(Session session, Screen screen) {
        try {
            session.storage();
            return true;
        } catch (StorageUnavailableException unavailable) {
            screen.error("** " + unavailable.line() + " **");
            return false;
        }
    }

    private LineReader reader(Terminal terminal, Commands commands, Screen screen) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(new RawLines())
                .history(new PrivateHistory(confidential()))
                .completer(new Completion(commands, storages))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false);
        try {
            builder.variable(LineReader.HISTORY_FILE, PrivateHistory.file(Storages.home(environment)));
        } catch (IOException unwritable) {
            screen.hint("No history is kept: its file cannot be written.");
        }
        return builder.build();
    }

    private static Set<String> confidential() {
        return Arrays.stream(ObjectClass.values())
                .flatMap(type -> type.attributes().stream())
                .filter(attribute -> attribute.is(Trait.SECRET) || attribute.is(Trait.CONFIDENTIAL))
                .map(Attribute::name)
                .collect(Collectors.toSet());
    }

    private Paint paint(Terminal terminal) {
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || terminal.getType().startsWith(Terminal.TYPE_DUMB);
        return plain ? Paint.NONE : Paint.COLOURS;
    }
}
