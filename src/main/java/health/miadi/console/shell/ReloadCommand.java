package health.miadi.console.shell;

import java.util.List;

/** {@code reload}: sees what others have changed. */
final class ReloadCommand implements Command {
    @Override
    public String name() {
        return "reload";
    }

    @Override
    public String summary() {
        return "read again what others may have changed";
    }

    @Override
    public List<String> forms() {
        return List.of("reload");
    }

    @Override
    public List<String> examples() {
        return List.of("reload");
    }

    @Override
    public void run(Line line, Session session) {
        session.storage().reload();
        session.tellFaults();
    }
}
