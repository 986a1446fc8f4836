package health.miadi.console.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line that was understood: {@code update Provider <id> firstName "Ann"} and {@code Provider.update("<id>", "firstName",
 * "Ann")} are the same line but for {@code dotted}.
 *
 * @param verb the command, in lower case; empty for an empty line
 * @param dotted whether it was written {@code Class.verb(…)}
 * @param words what follows the verb in order; of a dotted line the class is the first
 * @param named what was given as {@code name=value} or in an object, in the order typed
 */
record Line(String verb, boolean dotted, List<Word> words, Map<String, Word> named) {
    Line {
        words = List.copyOf(words);
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    boolean isEmpty() {
        return verb.isEmpty();
    }

    /** The word at that place, from 0; null when there are fewer. */
    @Nullable
    String word(int index) {
        return index < words.size() ? words.get(index).orEmpty() : null;
    }

    /** The words from that place on. */
    List<Word> from(int index) {
        return index < words.size() ? words.subList(index, words.size()) : List.of();
    }

    /** Collects a line. */
    static final class Builder {
        private final List<Word> words = new ArrayList<>();
        private final Map<String, Word> named = new LinkedHashMap<>();

        void add(Word word) {
            words.add(word);
        }

        /**
         * Adds a named value.
         *
         * @throws SyntaxException when the name is there already
         */
        void put(String name, Word value) {
            if (named.putIfAbsent(name, value) != null) {
                throw new SyntaxException(name + " is given twice");
            }
        }

        Line build(String verb, boolean dotted) {
            return new Line(verb, dotted, words, named);
        }
    }
}
