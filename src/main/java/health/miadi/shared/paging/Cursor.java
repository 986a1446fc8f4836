package health.miadi.shared.paging;

import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.validation.Scalars;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A place in an ordered list: the sort keys of the row after which a page begins. Opaque to clients, so that the order
 * can change without breaking them.
 *
 * @param keys the sort keys, the most significant first
 */
public record Cursor(List<String> keys) {
    /** The cursor behind a row with those sort keys. */
    public static Cursor after(Object... keys) {
        List<String> texts = new ArrayList<>();
        for (Object key : keys) {
            texts.add(key.toString());
        }
        return new Cursor(List.copyOf(texts));
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
            throw notOurs();
        }
    }

    /** {@code validation}: a cursor that is none of this list's. */
    public static Refusal notOurs() {
        return Refusal.invalid("cursor", "must be the value of next in an answer of this list");
    }

    /** Says nothing of the row, whose sort keys may be a name. */
    @Override
    public String toString() {
        return "Cursor";
    }
}
