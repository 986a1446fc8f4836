package health.miadi.audit.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says beyond its one thing, in words of the code: with which program somebody signed in, for example. It takes ids,
 * numbers and short words from a list of the code's, and nothing that anybody typed.
 */
public final class Told {
    private static final Pattern WORD = Pattern.compile("[A-Za-z ]{1,30}");

    private final List<String> words = new ArrayList<>();

    private Told() {}

    /** Nothing yet. */
    public static Told nothing() {
        return new Told();
    }

    /** This, and that word of the code's; null: nothing more. */
    public Told and(String name, @Nullable String word) {
        if (word != null) {
            if (!WORD.matcher(word).matches()) {
                throw new IllegalArgumentException("not a word of the code: " + name);
            }
            words.add(name + "=" + word.replace(' ', '_'));
        }
        return this;
    }

    /** This, and that id. */
    public Told and(String name, UUID id) {
        words.add(name + "=" + id);
        return this;
    }

    /** This, and that number. */
    public Told and(String name, long number) {
        words.add(name + "=" + number);
        return this;
    }

    /** What was said under that name in the detail of an entry. */
    public static Optional<String> read(@Nullable String detail, String name) {
        return Optional.ofNullable(detail).stream()
                .flatMap(text -> List.of(text.split(" ")).stream())
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1).replace('_', ' '))
                .findFirst();
    }

    @Nullable
    String words() {
        return words.isEmpty() ? null : String.join(" ", words);
    }

    /** The words, in which there is nothing confidential. */
    @Override
    public String toString() {
        return "Told " + words;
    }
}
