package health.miadi.console.storage;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a class of objects.
 *
 * @param name as in the HTTP contract
 * @param words the words of a {@link AttributeKind#WORD}
 * @param references the names of the classes one of which a {@link AttributeKind#REFERENCE} names an object of
 * @param least the least number, or the least characters of a text
 * @param most the greatest number, or the most characters of a text
 * @param otherwise the value when none is given, or null: there is none
 * @param help what it means, a few words
 */
public record Attribute(
        String name,
        AttributeKind kind,
        Set<Trait> traits,
        List<String> words,
        List<String> references,
        int least,
        int most,
        @Nullable Object otherwise,
        String help) {

    static Attribute of(String name, AttributeKind kind, String help, Trait... traits) {
        Set<Trait> set = EnumSet.noneOf(Trait.class);
        set.addAll(List.of(traits));
        return new Attribute(name, kind, set, List.of(), List.of(), 1, 100_000, null, help);
    }

    Attribute words(String... among) {
        return new Attribute(name, kind, traits, List.of(among), references, least, most, otherwise, help);
    }

    Attribute refersTo(String... classes) {
        return new Attribute(name, kind, traits, words, List.of(classes), least, most, otherwise, help);
    }

    Attribute range(int from, int to) {
        return new Attribute(name, kind, traits, words, references, from, to, otherwise, help);
    }

    Attribute or(Object value) {
        return new Attribute(name, kind, traits, words, references, least, most, value, help);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether people give it when an object is made. */
    public boolean isGiven() {
        return !is(Trait.READ_ONLY) && !is(Trait.HIDDEN);
    }

    /** Whether people change it later. */
    public boolean isChangeable() {
        return isGiven() && !is(Trait.FIXED);
    }

    /** Whether it is shown, as its value or as {@code (confidential)}. */
    public boolean isShown() {
        return !is(Trait.SECRET) && !is(Trait.HIDDEN) && !is(Trait.WRITE_ONLY);
    }

    /** The value when none is given. */
    public Optional<Object> fallback() {
        return Optional.ofNullable(otherwise);
    }

    /**
     * The value of what somebody typed, or of what stands in JSON: text, a number, true or false.
     *
     * @throws InvalidAttributeException when it is none
     */
    public Object read(Object given) {
        if (kind == AttributeKind.BOOLEAN || kind == AttributeKind.INTEGER) {
            return checked(readText(String.valueOf(given)));
        }
        if (kind.type().isInstance(given) && !(given instanceof String)) {
            return given;
        }
        if (!(given instanceof String text)) {
            throw new InvalidAttributeException(name, "must be a text");
        }
        return checked(readText(text));
    }

    private Object readText(String text) {
        try {
            return kind.read(text);
        } catch (IllegalArgumentException refused) {
            throw new InvalidAttributeException(name, String.valueOf(refused.getMessage()));
        }
    }

    private Object checked(Object value) {
        if (kind == AttributeKind.WORD) {
            // doctor is a word for provider where people type it
            String word = value.equals("doctor") && words.contains("provider") ? "provider" : (String) value;
            if (!words.contains(word)) {
                throw new InvalidAttributeException(name, "must be one of " + String.join(", ", words));
            }
            return word;
        }
        if (value instanceof Integer number && (number < least || number > most)) {
            throw new InvalidAttributeException(name, "must be from " + least + " to " + most);
        }
        if (value instanceof String text && !hasFitLength(text)) {
            throw new InvalidAttributeException(name, "must have " + least + " to " + most + " characters");
        }
        return value;
    }

    private boolean hasFitLength(String text) {
        int length = text.codePointCount(0, text.length());
        return kind == AttributeKind.TIME || kind == AttributeKind.END_TIME || (length >= least && length <= most);
    }

    /** The value as it stands in JSON: numbers, true and false as they are, everything else as text. */
    public Object json(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
