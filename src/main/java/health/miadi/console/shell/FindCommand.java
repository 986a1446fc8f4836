package health.miadi.console.shell;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code find}: the objects of a class that have certain values. */
final class FindCommand implements Command {
    @Override
    public String name() {
        return "find";
    }

    @Override
    public String summary() {
        return "show the objects that have certain values";
    }

    @Override
    public List<String> forms() {
        return List.of("find Class attribute=value …", "Class.find(attribute=\"value\")");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "find Provider cadre=nurse active=true",
                "find Appointment status=scheduled patientId=0193a7c5-6d1e-7c44-9f0a-2f3b0d6f1a11",
                "Patient.find({\"lastName\": \"van der Berg\"})");
    }

    @Override
    public boolean isOfClass() {
        return true;
    }

    @Override
    public void run(Line line, Session session) {
        ObjectClass type = Target.type(line);
        Map<String, Object> given = Given.toMake(line, 1);
        if (given.isEmpty()) {
            throw CommandException.attributeNameMissing();
        }
        given.keySet().forEach(name -> type.attribute(name).ifPresent(FindCommand::requireOpen));
        Map<String, Object> values = type.readValues(given);
        session.storage().noteShown(type, whose(values));
        try (Stream<StoredObject> found = session.storage().find(type, values)) {
            session.display().many(found, line.dotted());
        }
    }

    private static @Nullable UUID whose(Map<String, Object> values) {
        Object person = values.getOrDefault("patientId", values.get("providerId"));
        return person instanceof UUID id ? id : null;
    }

    /** What is not shown is not told by a search either. */
    private static void requireOpen(Attribute attribute) {
        if (!attribute.isShown() || attribute.is(Trait.CONFIDENTIAL)) {
            throw new CommandException(attribute.name() + ": cannot be searched for");
        }
    }
}
