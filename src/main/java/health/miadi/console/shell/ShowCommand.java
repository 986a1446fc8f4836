package health.miadi.console.shell;

import health.miadi.console.storage.StoredObject;
import java.util.List;

/** {@code show}: one object. */
final class ShowCommand implements Command {
    @Override
    public String name() {
        return "show";
    }

    @Override
    public String summary() {
        return "show one object";
    }

    @Override
    public List<String> forms() {
        return List.of("show Class <id>", "Class.show(\"<id>\")");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "show Provider 0193a7c5-6d1e-7c44-9f0a-2f3b0d6f1a11",
                "Provider.show(\"0193a7c5-6d1e-7c44-9f0a-2f3b0d6f1a11\")");
    }

    @Override
    public boolean isOfClass() {
        return true;
    }

    @Override
    public void run(Line line, Session session) {
        StoredObject object = Target.object(line, session);
        session.storage().noteShown(object.type(), object.id());
        session.display().one(object);
        session.fault(object).ifPresent(fault -> session.screen().error("** " + fault.line() + " **"));
    }
}
