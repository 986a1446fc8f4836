package health.miadi.console.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The attributes that a line gives. */
final class Given {
    private Given() {}

    /**
     * Those of a line whose attributes all have a name, from that word on; values that clear are left out.
     *
     * @throws CommandException for a word that is no {@code name=value}
     */
    static Map<String, Object> toMake(Line line, int from) {
        requireNamed(line, from);
        Map<String, Object> given = new LinkedHashMap<>();
        line.named().forEach((name, word) -> {
            if (word.text() != null) {
                given.put(name, word.text());
            }
        });
        return given;
    }

    private static void requireNamed(Line line, int from) {
        List<Word> unnamed = line.from(from);
        if (!unnamed.isEmpty()) {
            throw new CommandException("a value has no name: write name=value, and quotes around a value with spaces");
        }
    }
}
