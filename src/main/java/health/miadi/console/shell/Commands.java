package health.miadi.console.shell;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All commands, by their names. */
final class Commands {
    private static final Map<String, String> OTHER_NAMES = Map.of("exit", "quit", "eof", "quit", "?", "help");

    private final Map<String, Command> byName = new LinkedHashMap<>();

    Commands() {
        List.of(
                        new CreateCommand(),
                        new ShowCommand(),
                        new AllCommand(),
                        new FindCommand(),
                        new UpdateCommand(),
                        new DestroyCommand(),
                        new CountCommand(),
                        new DescribeCommand(),
                        new ImportCommand(),
                        new ExportCommand(),
                        new FormatCommand(),
                        new ReloadCommand(),
                        new HelpCommand(this::list),
                        new QuitCommand())
                .forEach(command -> byName.put(command.name(), command));
    }

    /** Every command, in the order in which help lists them. */
    Collection<Command> list() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /**
     * The command that the line asks for.
     *
     * @throws CommandException when there is none, or none that can be written so
     */
    Command of(Line line) {
        Command command = named(line.verb());
        if (command == null || (line.dotted() && !command.isOfClass())) {
            throw new CommandException("unknown command", "(help lists them)");
        }
        return command;
    }

    @Nullable
    Command named(String verb) {
        return byName.get(OTHER_NAMES.getOrDefault(verb, verb));
    }
}
