package health.miadi.console.shell;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code describe}: which classes there are, and which attributes a class has. */
final class DescribeCommand implements Command {
    @Override
    public String name() {
        return "describe";
    }

    @Override
    public String summary() {
        return "tell which classes there are, or which attributes a class has";
    }

    @Override
    public List<String> forms() {
        return List.of("describe", "describe Class", "Class.describe()");
    }

    @Override
    public List<String> examples() {
        return List.of("describe", "describe Appointment");
    }

    @Override
    public boolean isOfClass() {
        return true;
    }

    @Override
    public void run(Line line, Session session) {
        if (line.words().isEmpty()) {
            show(session, List.of("class", "meaning", "also"), classes());
        } else {
            show(session, List.of("attribute", "type", "standing", "meaning"), attributes(Target.type(line)));
        }
    }

    private static List<List<String>> classes() {
        List<List<String>> rows = new ArrayList<>();
        for (ObjectClass type : ObjectClass.values()) {
            rows.add(List.of(type.title(), type.help(), String.join(", ", type.aliases())));
        }
        return rows;
    }

    private static List<List<String>> attributes(ObjectClass type) {
        return type.attributes().stream()
                .filter(attribute -> !attribute.is(Trait.HIDDEN))
                .map(attribute -> List.of(attribute.name(), kind(attribute), standing(attribute), attribute.help()))
                .toList();
    }

    private static String kind(Attribute attribute) {
        if (!attribute.words().isEmpty()) {
            return String.join(" | ", attribute.words());
        }
        return attribute.references().isEmpty()
                ? attribute.kind().title()
                : "id of " + String.join(" or ", attribute.references());
    }

    private static String standing(Attribute attribute) {
        List<String> words = new ArrayList<>();
        for (Trait trait : attribute.traits()) {
            switch (trait) {
                case REQUIRED -> words.add("required");
                case ONE_NEEDED -> words.add("one is needed");
                case READ_ONLY -> words.add("set by the clinic");
                case FIXED -> words.add("never changes");
                case WRITE_ONLY -> words.add("not shown");
                case SECRET -> words.add("secret");
                case CONFIDENTIAL -> words.add("confidential");
                case UNIQUE -> words.add("unique");
                case HIDDEN -> words.add("hidden");
                case LATER -> {}
            }
        }
        attribute.fallback().ifPresent(value -> words.add("default " + value));
        return String.join(", ", words);
    }

    private static void show(Session session, List<String> heading, List<List<String>> rows) {
        if (session.format() == OutputFormat.JSON) {
            session.screen()
                    .println(JsonDisplay.json(
                            rows.stream().map(row -> members(heading, row)).toList()));
        } else {
            var table = new Table(heading, Table.UNLIMITED);
            rows.forEach(table::add);
            table.print(session.screen());
        }
    }

    private static Map<String, String> members(List<String> heading, List<String> row) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int column = 0; column < row.size(); column++) {
            members.put(heading.get(column), row.get(column));
        }
        return members;
    }
}
