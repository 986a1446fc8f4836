package health.miadi.console.shell;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code update}: changes one attribute or several of an object. */
final class UpdateCommand implements Command {
    @Override
    public String name() {
        return "update";
    }

    @Override
    public String summary() {
        return "change attributes of one object";
    }

    @Override
    public List<String> forms() {
        return List.of(
                "update Class <id> attribute value",
                "update Class <id> attribute=value …",
                "Class.update(\"<id>\", \"attribute\", \"value\")",
                "Class.update(\"<id>\", {\"attribute\": \"value\", …})");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "update Provider 0193a7c5-6d1e-7c44-9f0a-2f3b0d6f1a11 firstName \"Betty\"",
                "update Patient 0193a7c5-6d1e-7c44-9f0a-2f3b0d6f1a11 phone=null",
                "Provider.update(\"0193a7c5-6d1e-7c44-9f0a-2f3b0d6f1a11\", {\"active\": false, 'cadre': 'nurse'})",
                "update User 0193a7c5-6d1e-7c44-9f0a-2f3b0d6f1a11 password");
    }

    @Override
    public boolean isOfClass() {
        return true;
    }

    @Override
    public void run(Line line, Session session) {
        StoredObject object = Target.object(line, session);
        Set<String> faulty =
                session.fault(object).map(fault -> fault.reasons().keySet()).orElse(Set.of());
        StoredObject changed = object.type().change(object, changes(line, object, session), faulty);
        session.storage().save(changed);
        session.display()
                .done(object.type().title(), object.id(), session.storage().stranded());
    }

    private static Map<String, Optional<?>> changes(Line line, StoredObject object, Session session) {
        Map<String, Optional<?>> changes = new LinkedHashMap<>();
        line.named().forEach((name, word) -> changes.put(name, Optional.ofNullable(word.text())));
        List<Word> pair = line.from(2);
        if (pair.size() > 2) {
            throw new CommandException(
                    "one attribute and one value at a time, or attribute=value as often as you like");
        }
        if (pair.isEmpty() && changes.isEmpty()) {
            throw CommandException.attributeNameMissing();
        }
        if (!pair.isEmpty()) {
            String name = pair.get(0).orEmpty();
            changes.put(
                    name, pair.size() == 2 ? Optional.ofNullable(pair.get(1).text()) : asked(name, object, session));
        }
        return changes;
    }

    /** A password is asked for where somebody can be asked; of everything else the value is missing. */
    private static Optional<?> asked(String name, StoredObject object, Session session) {
        Attribute secret = object.type()
                .attribute(name)
                .filter(attribute -> attribute.is(Trait.SECRET))
                .orElseThrow(CommandException::valueMissing);
        Questions person = session.screen().person().orElseThrow(CommandException::valueMissing);
        return Optional.of(new Answers(person, session).secret(secret));
    }
}
