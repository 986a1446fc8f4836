package health.miadi.console.shell;

import java.util.List;

/** {@code count}: how many objects a class has. */
final class CountCommand implements Command {
    @Override
    public String name() {
        return "count";
    }

    @Override
    public String summary() {
        return "tell how many objects a class has";
    }

    @Override
    public List<String> forms() {
        return List.of("count Class", "Class.count()");
    }

    @Override
    public List<String> examples() {
        return List.of("count Patient", "User.count()");
    }

    @Override
    public boolean isOfClass() {
        return true;
    }

    @Override
    public void run(Line line, Session session) {
        session.display().count(session.storage().count(Target.type(line)));
    }
}
