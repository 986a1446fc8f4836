package health.miadi.shared.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import health.miadi.shared.problem.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place in an ordered list: the sort keys of the row after which a page begins. Opaque to clients, so that the order
 * can change without breaking them.
 *
 * @param keys the sort keys, the most significant first
 */
public record Cursor(List<String> keys) {
    private static final int LONGEST = 2_000;

    /** The cursor behind a row with those sort keys. */
    public static Cursor after(Object... keys) {
        List<String> texts = new ArrayList<>();
        for (Object key : keys) {
            texts.add(key.toString());
        }
        return new Cursor(List.copyOf(texts));
    }

    /**
     * Reads a cursor that a client sends back.
     *
     * @param text what stood in {@code next}; null at the first page
     * @param size how many keys the list is ordered by
     * @throws Refusal {@code validation} when it is none of ours
     */
    public static @Nullable Cursor parse(@Nullable String text, int size) {
        if (text == null) {
            return null;
        }
        try {
            if (text.length() <= LONGEST) {
                String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                List<String> keys = Json.mapper().readValue(json, new TypeReference<List<String>>() {});
                if (keys != null && keys.size() == size && keys.stream().allMatch(Cursor::isText)) {
                    return new Cursor(keys);
                }
            }
        } catch (IllegalArgumentException | IOException refused) {
            throw invalid();
        }
        throw invalid();
    }

    /** Whether the database can compare with it: it knows neither NUL nor half a surrogate pair. */
    private static boolean isText(@Nullable String key) {
        return key != null
                && key.codePoints()
                        .noneMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
    }

    /** What a client gets to see. */
    public String text() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Json.mapper().writeValueAsBytes(keys));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a list of strings cannot be written", broken);
        }
    }

    /** The key at that place as text. */
    public String string(int index) {
        return keys.get(index);
    }

    /** The key at that place as an id. */
    public UUID uuid(int index) {
        return key(index, Scalars::uuid);
    }

    /** The key at that place as an instant. */
    public Instant instant(int index) {
        return key(index, Scalars::instant);
    }

    /** The key at that place as a number. */
    public long number(int index) {
        return key(index, Long::valueOf);
    }

    /** The key at that place as a day. */
    public LocalDate date(int index) {
        return key(index, Scalars::date);
    }

    /** The key at that place as a time of day. */
    public LocalTime time(int index) {
        return key(index, Scalars::time);
    }

    private <T> T key(int index, Function<String, T> parser) {
        try {
            return parser.apply(keys.get(index));
        } catch (IllegalArgumentException refused) {
            throw invalid();
        }
    }

    private static Refusal invalid() {
        return Refusal.invalid("cursor", "must be the value of next in an answer of this list");
    }

    /** Says nothing of the row, whose sort keys may be a name. */
    @Override
    public String toString() {
        return "Cursor";
    }
}
