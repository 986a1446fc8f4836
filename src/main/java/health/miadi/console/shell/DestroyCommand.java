package health.miadi.console.shell;

import health.miadi.console.storage.StoredObject;
import java.util.List;

/** {@code destroy}: removes one object. */
final class DestroyCommand implements Command {
    @Override
    public String name() {
        return "destroy";
    }

    @Override
    public String summary() {
        return "remove one object that nothing refers to";
    }

    @Override
    public List<String> forms() {
        return List.of("destroy Class <id>", "Class.destroy(\"<id>\")");
    }

    @Override
    public List<String> examples() {
        return List.of("destroy AppointmentType 0193a7c5-6d1e-7c44-9f0a-2f3b0d6f1a11");
    }

    @Override
    public boolean isOfClass() {
        return true;
    }

    @Override
    public void run(Line line, Session session) {
        StoredObject object = Target.object(line, session);
        session.storage().delete(object.type(), object.id());
        session.display()
                .done(object.type().title(), object.id(), session.storage().stranded());
    }
}
