package health.miadi.console.shell;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** {@code help}: the commands, or one of them with lines to try. */
final class HelpCommand implements Command {
    private static final List<String> FIRST_STEPS = List.of(
            "describe                     which classes there are",
            "describe Provider            which attributes one has, and which are required",
            "create AppointmentType name=\"First visit\" durationMinutes=45",
            "all Provider                 or Provider.all()",
            "find Provider cadre=nurse",
            "help update                  one command, with examples");

    private final Supplier<Collection<Command>> commands;

    HelpCommand(Supplier<Collection<Command>> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "list the commands, or explain one";
    }

    @Override
    public List<String> forms() {
        return List.of("help", "help command");
    }

    @Override
    public List<String> examples() {
        return List.of("help create");
    }

    @Override
    public void run(Line line, Session session) {
        String name = line.word(0);
        if (name == null) {
            overview(session.screen());
        } else {
            explain(name, session.screen());
        }
    }

    private void overview(Screen screen) {
        screen.println(screen.paint().title("Commands"));
        commands.get()
                .forEach(command -> screen.println(String.format("  %-10s%s", command.name(), command.summary())));
        screen.println("");
        screen.println(screen.paint().title("First steps"));
        FIRST_STEPS.forEach(step -> screen.println("  " + step));
        screen.println("");
        screen.println("A command about a class can also be written Class.command(…): Provider.show(\"<id>\").");
        screen.println("Tab completes commands, classes, attributes and ids.");
    }

    private void explain(String name, Screen screen) {
        Command command = commands.get().stream()
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new CommandException("unknown command", "(help lists them)"));
        screen.println(screen.paint().title(command.name()) + ": " + command.summary());
        command.forms().forEach(form -> screen.println("  " + form));
        screen.println("For example:");
        command.examples().forEach(example -> screen.println("  " + example));
    }
}
