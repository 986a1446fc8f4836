package health.miadi.console.shell;

import java.util.List;

/** {@code quit}: ends the console. */
final class QuitCommand implements Command {
    @Override
    public String name() {
        return "quit";
    }

    @Override
    public String summary() {
        return "end; so do exit, EOF and Ctrl-D";
    }

    @Override
    public List<String> forms() {
        return List.of("quit");
    }

    @Override
    public List<String> examples() {
        return List.of("quit");
    }

    @Override
    public void run(Line line, Session session) {
        session.end();
    }
}
