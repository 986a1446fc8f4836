package health.miadi.console.shell;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.AttributeKind;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StorageException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What Tab offers: commands, classes, ids of objects, attributes and their values, in both grammars. */
final class Completion implements Completer {
    private static final Pattern CLASS_AND_DOT = Pattern.compile("\\s*(\\w+)\\.");
    private static final Pattern VERB = Pattern.compile("\\s*(\\w+)\\s+");
    private static final Pattern VERB_AND_CLASS = Pattern.compile("\\s*(\\w+)\\s+(\\w+)\\s+(.*)");
    private static final Pattern CALL = Pattern.compile("\\s*(\\w+)\\.(\\w+)\\((.*)");
    private static final Pattern VALUE_OF = Pattern.compile(".*?(\\w+)[\"']?\\s*[=:]\\s*[\"']?");
    private static final List<String> BY_ID = List.of("show", "update", "destroy");

    private final Commands commands;
    private final Supplier<Storage> storage;

    Completion(Commands commands, Supplier<Storage> storage) {
        this.commands = commands;
        this.storage = storage;
    }

    @Override
    public void complete(LineReader reader, ParsedLine parsed, List<Candidate> candidates) {
        if (!(parsed instanceof RawLines.Typed typed)) {
            return;
        }
        String before = typed.before();
        Matcher call = CALL.matcher(before);
        Matcher ofClass = VERB_AND_CLASS.matcher(before);
        Matcher verb = VERB.matcher(before);
        Matcher dot = CLASS_AND_DOT.matcher(before);
        if (before.isBlank()) {
            commands.list().forEach(command -> offer(candidates, command.name(), command.summary(), true));
            classes(candidates, ".");
        } else if (dot.matches()) {
            commands.list().stream()
                    .filter(Command::isOfClass)
                    .forEach(command -> offer(candidates, command.name() + "(", command.summary(), false));
        } else if (call.matches()) {
            arguments(candidates, call.group(2), call.group(1), call.group(3), typed.word());
        } else if (ofClass.matches()) {
            arguments(candidates, ofClass.group(1), ofClass.group(2), ofClass.group(3), typed.word());
        } else if (verb.matches()) {
            afterVerb(candidates, verb.group(1));
        }
    }

    private void afterVerb(List<Candidate> candidates, String verb) {
        Command command = commands.named(verb);
        if (command instanceof HelpCommand) {
            commands.list().forEach(known -> offer(candidates, known.name(), known.summary(), true));
        } else if (command instanceof FormatCommand) {
            Arrays.stream(OutputFormat.values()).forEach(format -> offer(candidates, format.word(), "", true));
        } else if (command != null && command.isOfClass()) {
            classes(candidates, "");
        }
    }

    private static void classes(List<Candidate> candidates, String suffix) {
        for (ObjectClass type : ObjectClass.values()) {
            Stream.concat(Stream.of(type.title()), type.aliases().stream())
                    .forEach(name -> offer(candidates, name + suffix, type.help(), suffix.isEmpty()));
        }
    }

    /**
     * Offers what can follow a verb and a class.
     *
     * @param rest what has been typed after them, up to the word
     */
    private void arguments(List<Candidate> candidates, String verb, String className, String rest, String word) {
        ObjectClass type = ObjectClass.named(className).orElse(null);
        if (type == null) {
            return;
        }
        Matcher valueOf = VALUE_OF.matcher(rest);
        boolean idFirst = BY_ID.contains(verb);
        if (idFirst && rest.matches("[\"']?")) {
            offer(candidates, ids(List.of(type.title()), word));
        } else if (valueOf.matches()) {
            type.attribute(valueOf.group(1)).ifPresent(attribute -> offer(candidates, values(attribute, word)));
        } else if (!idFirst || verb.equals("update")) {
            type.attributes().stream()
                    .filter(attribute -> verb.equals("find") ? attribute.isShown() : attribute.isGiven())
                    .forEach(attribute -> offer(
                            candidates, attribute.name() + (rest.contains("\"") ? "" : "="), attribute.help(), false));
        }
    }

    private List<Choice> values(Attribute attribute, String word) {
        return attribute.kind() == AttributeKind.REFERENCE
                ? ids(attribute.references(), word)
                : Choice.ofValues(attribute);
    }

    private List<Choice> ids(List<String> classes, String word) {
        try {
            return Choice.ofObjects(storage.get(), classes, word);
        } catch (StorageException none) {
            return List.of();
        }
    }

    private static void offer(List<Candidate> candidates, List<Choice> choices) {
        choices.forEach(choice -> offer(candidates, choice.value(), choice.meaning(), true));
    }

    private static void offer(List<Candidate> candidates, String value, String meaning, boolean complete) {
        candidates.add(LineReaderQuestions.candidate(value, meaning, complete));
    }
}
