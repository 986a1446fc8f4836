package health.miadi.console.shell;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code create}: makes an object. A person is asked for what is missing, a script is told. */
final class CreateCommand implements Command {
    @Override
    public String name() {
        return "create";
    }

    @Override
    public String summary() {
        return "make an object, and print its id";
    }

    @Override
    public List<String> forms() {
        return List.of("create Class attribute=value …", "Class.create(attribute=\"value\", …)");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "create Provider firstName=Betty lastName=\"van der Berg\" cadre=doctor timeZone=Africa/Nairobi",
                "create AppointmentType name=\"First visit\" durationMinutes=45",
                "create Patient");
    }

    @Override
    public boolean isOfClass() {
        return true;
    }

    @Override
    public void run(Line line, Session session) {
        ObjectClass type = Target.type(line);
        Map<String, Object> given = Given.toMake(line, 1);
        if (type == ObjectClass.PROVIDER && "doctor".equalsIgnoreCase(line.word(0))) {
            given.putIfAbsent("cadre", "doctor");
        }
        Optional<Questions> person = session.screen().person();
        StoredObject made = person.isPresent()
                ? made(type, given, new Answers(person.get(), session), session)
                : made(type, given, session);
        session.display().made(made, session.storage().stranded());
    }

    private static StoredObject made(ObjectClass type, Map<String, Object> given, Session session) {
        List<Attribute> missing = type.missing(given);
        if (!missing.isEmpty()) {
            throw new CommandException(type.title() + " needs "
                    + missing.stream().map(Attribute::name).collect(Collectors.joining(", ")));
        }
        return session.storage().create(type, type.read(given));
    }

    private static StoredObject made(ObjectClass type, Map<String, Object> given, Answers answers, Session session) {
        type.readValues(given); // before asking for more
        for (Attribute attribute : type.attributes()) {
            boolean asked =
                    attribute.is(Trait.REQUIRED) || attribute.is(Trait.ONE_NEEDED) || attribute.is(Trait.SECRET);
            if (asked && !given.containsKey(attribute.name())) {
                answers.add(attribute, given);
            }
        }
        while (true) {
            try {
                return session.storage().create(type, type.read(given));
            } catch (InvalidAttributeException lacking) {
                // Some are required because of others: the person of a provider's account.
                Attribute attribute = type.attribute(lacking.attribute())
                        .filter(Attribute::isGiven)
                        .filter(absent -> !given.containsKey(absent.name()))
                        .orElseThrow(() -> lacking);
                session.screen().hint(lacking.line());
                answers.add(attribute, given);
            }
        }
    }
}
