package health.miadi.console.shell;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.AttributeKind;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.Trait;
import java.util.List;
import java.util.Map;

/** Asks a person for the values of attributes until they are right. */
final class Answers {
    private final Questions person;
    private final Session session;

    Answers(Questions person, Session session) {
        this.person = person;
        this.session = session;
    }

    /** Asks for that attribute, and adds the answer unless it is empty and may be. */
    void add(Attribute attribute, Map<String, Object> given) {
        if (attribute.is(Trait.SECRET)) {
            String secret = secret(attribute);
            if (!secret.isEmpty() || attribute.is(Trait.REQUIRED)) {
                given.put(attribute.name(), secret);
            }
            return;
        }
        String answer = person.ask(question(attribute), choices(attribute));
        while (!mayBeEmpty(attribute, answer) && !isRight(attribute, answer)) {
            answer = person.ask(question(attribute), choices(attribute));
        }
        if (!mayBeEmpty(attribute, answer)) {
            given.put(attribute.name(), answer);
        }
    }

    /** The same secret typed twice; empty for none. */
    String secret(Attribute attribute) {
        String question = attribute.name() + " (" + attribute.help() + "; not shown): ";
        while (true) {
            String first = person.askSecretly(question);
            boolean fit = first.isEmpty() || isRight(attribute, first);
            if (fit && (first.isEmpty() || first.equals(person.askSecretly("once more: ")))) {
                return first;
            }
            if (fit) {
                session.screen().error("** the two differ **");
            }
        }
    }

    private static boolean mayBeEmpty(Attribute attribute, String answer) {
        return answer.isEmpty() && attribute.is(Trait.ONE_NEEDED);
    }

    private boolean isRight(Attribute attribute, String answer) {
        try {
            attribute.read(answer);
            return true;
        } catch (InvalidAttributeException wrong) {
            session.screen().error("** " + wrong.line() + " **");
            return false;
        }
    }

    private static String question(Attribute attribute) {
        String among = attribute.words().isEmpty() ? "" : ": " + String.join(", ", attribute.words());
        return attribute.name() + " (" + attribute.help() + among + "): ";
    }

    private List<Choice> choices(Attribute attribute) {
        if (attribute.kind() == AttributeKind.REFERENCE) {
            return Choice.ofObjects(session.storage(), attribute.references(), "");
        }
        return Choice.ofValues(attribute);
    }
}
