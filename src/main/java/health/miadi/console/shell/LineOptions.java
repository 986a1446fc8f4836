package health.miadi.console.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options in a line: {@code --zone Africa/Nairobi}, {@code --zone=Africa/Nairobi} and {@code zone=Africa/Nairobi} are the same.
 *
 * @param words what is no option
 * @param values by option; {@code true} of one that has no value
 */
record LineOptions(List<String> words, Map<String, String> values) {
    private static final String DASHES = "--";

    /**
     * Those of a line.
     *
     * @param valued options that have a value
     * @param flags options that have none
     * @throws CommandException for another option, or one without its value
     */
    static LineOptions of(Line line, Set<String> valued, Set<String> flags) {
        List<String> words = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < line.words().size(); i++) {
            Word word = line.words().get(i);
            String name = bare(word.orEmpty());
            if (word.quoted() || !word.orEmpty().startsWith(DASHES)) {
                words.add(word.orEmpty());
            } else if (flags.contains(name)) {
                values.put(name, "true");
            } else {
                require(valued, name);
                i++;
                if (i == line.words().size()) {
                    throw new CommandException(word.orEmpty() + ": value missing");
                }
                values.put(name, line.words().get(i).orEmpty());
            }
        }
        line.named().forEach((name, word) -> {
            require(valued, bare(name));
            values.put(bare(name), word.orEmpty());
        });
        return new LineOptions(words, values);
    }

    private static String bare(String name) {
        return name.startsWith(DASHES) ? name.substring(DASHES.length()) : name;
    }

    private static void require(Set<String> valued, String name) {
        if (!valued.contains(name)) {
            throw new CommandException(name + ": is no option of this command");
        }
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
