package health.miadi.console.shell;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** {@code all}: every object, or every one of a class. */
final class AllCommand implements Command {
    @Override
    public String name() {
        return "all";
    }

    @Override
    public String summary() {
        return "show every object, or every one of a class";
    }

    @Override
    public List<String> forms() {
        return List.of("all", "all Class", "Class.all()");
    }

    @Override
    public List<String> examples() {
        return List.of("all", "all Provider", "User.all()");
    }

    @Override
    public boolean isOfClass() {
        return true;
    }

    @Override
    public void run(Line line, Session session) {
        List<ObjectClass> types =
                line.words().isEmpty() ? Arrays.asList(ObjectClass.values()) : List.of(Target.type(line));
        Storage storage = session.storage();
        types.forEach(type -> storage.noteShown(type, null));
        // flatMap closes the stream of each class when it has been walked
        try (Stream<StoredObject> objects = types.stream().flatMap(storage::all)) {
            session.display().many(objects, line.dotted());
        }
    }
}
