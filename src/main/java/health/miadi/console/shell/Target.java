package health.miadi.console.shell;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import health.miadi.shared.validation.Scalars;
import java.util.UUID;

/** What a line is about: its class is its first word, and the id its second. Both grammars agree in that. */
final class Target {
    private Target() {}

    /**
     * The class that the line names.
     *
     * @throws CommandException when it names none, or there is none of that name
     */
    static ObjectClass type(Line line) {
        String name = line.word(0);
        if (name == null || name.isEmpty()) {
            throw CommandException.classNameMissing();
        }
        return ObjectClass.named(name).orElseThrow(CommandException::noSuchClass);
    }

    /**
     * The object that the line names.
     *
     * @throws CommandException when it names none, or there is none of that class with that id
     */
    static StoredObject object(Line line, Session session) {
        ObjectClass type = type(line);
        UUID id = id(line);
        Storage storage = session.storage();
        return storage.get(type, id).orElseThrow(() -> elsewhere(storage, type, id));
    }

    private static UUID id(Line line) {
        String text = line.word(1);
        if (text == null || text.isEmpty()) {
            throw CommandException.idMissing();
        }
        try {
            return Scalars.uuid(text);
        } catch (IllegalArgumentException none) {
            throw CommandException.noInstance();
        }
    }

    /** Says whose id it is when it is that of another class. */
    private static CommandException elsewhere(Storage storage, ObjectClass type, UUID id) {
        for (ObjectClass other : ObjectClass.values()) {
            if (other != type && storage.get(other, id).isPresent()) {
                return new CommandException("no instance found", "(that id is of the class " + other.title() + ")");
            }
        }
        return CommandException.noInstance();
    }
}
