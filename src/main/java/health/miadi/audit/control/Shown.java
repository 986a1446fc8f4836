package health.miadi.audit.control;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was shown of others, in the trail's words: how many, and by which filter (R-REC-5). It takes ids, times and words of the
 * code, and nothing that anybody typed: no name, no search word.
 */
public final class Shown {
    private final StringBuilder words = new StringBuilder(100);

    private Shown(String first) {
        words.append(first);
    }

    /** So many things. */
    public static Shown of(int count) {
        return new Shown("shown=" + count);
    }

    /** A part, or another form, of one thing. */
    public static Shown as(Part part) {
        return new Shown(part.name().toLowerCase(Locale.ROOT));
    }

    /** Something that is no list of things. */
    public enum Part {
        /** Every change of an appointment. */
        HISTORY,
        /** Who opened a patient's file in an emergency. */
        EMERGENCIES,
        /** A file for another calendar. */
        CALENDAR,
        /** The times at which a patient is free, and so those at which they are not. */
        FREE_TIMES
    }

    /** Only those of that person or thing; null: the filter was not given. */
    public Shown by(String filter, @Nullable UUID id) {
        return value(filter, id);
    }

    /** Only those from or to that time; null: the filter was not given. */
    public Shown by(String filter, @Nullable Instant time) {
        return value(filter, time);
    }

    /** Only those with that status; null: the filter was not given. */
    public Shown by(String filter, @Nullable Enum<?> word) {
        return value(filter, word == null ? null : word.name().toLowerCase(Locale.ROOT));
    }

    private Shown value(String filter, @Nullable Object value) {
        if (value != null) {
            words.append(' ').append(filter).append('=').append(value);
        }
        return this;
    }

    String words() {
        return words.toString();
    }

    /** The words, in which there is nothing confidential. */
    @Override
    public String toString() {
        return words();
    }
}
