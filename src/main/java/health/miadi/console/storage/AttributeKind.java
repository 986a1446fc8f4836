package health.miadi.console.storage;

import health.miadi.identity.control.LoginName;
import health.miadi.shared.time.PartialDate;
import health.miadi.shared.validation.Patterns;
import health.miadi.shared.validation.Scalars;
import health.miadi.shared.validation.Text;
import health.miadi.shared.validation.TextForm;
import health.miadi.shared.validation.TimeZoneName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/** The kinds of values, each with the one grammar that prompts, scripts, files and imports share. */
public enum AttributeKind {
    /** Text on one line. */
    TEXT("text", String.class, text -> readable(text, false)),
    /** Text that may have line breaks. */
    LINES("text", String.class, text -> readable(text, true)),
    /** One of a few words. */
    WORD("word", String.class, text -> text),
    INTEGER("number", Integer.class, Scalars::integer),
    BOOLEAN("true or false", Boolean.class, Scalars::bool),
    /** The id of another object. */
    REFERENCE("id", UUID.class, Scalars::uuid),
    /** {@code YYYY-MM-DD}. */
    DAY("day", LocalDate.class, Scalars::date),
    /** A day, or a month or a year where no more is known (R-PERS-4). */
    PARTIAL_DATE("day, month or year", PartialDate.class, Scalars::partialDate),
    /** {@code HH:mm}. */
    TIME("time", String.class, AttributeKind::time),
    /** {@code HH:mm}, or {@code 24:00} (R-TIME-3). */
    END_TIME("time", String.class, text -> text.equals("24:00") ? text : time(text)),
    /** RFC 3339 with an offset (R-TIME-1); kept in UTC. */
    INSTANT("instant", Instant.class, Scalars::instant),
    EMAIL("e-mail", String.class, text -> matching(text, Patterns.EMAIL, Patterns.EMAIL_MESSAGE)),
    PHONE("phone", String.class, text -> matching(text, Patterns.PHONE, Patterns.PHONE_MESSAGE)),
    LOGIN("name", String.class, text -> matching(text, LoginName.PATTERN, LoginName.MESSAGE)),
    /** An IANA time zone. */
    ZONE("time zone", String.class, AttributeKind::zone),
    /** Text as it comes: passwords, hashes, ciphertext. */
    OPAQUE("text", String.class, AttributeKind::wellFormed);

    private final String title;
    private final Class<?> type;
    private final Function<String, Object> reader;

    AttributeKind(String title, Class<?> type, Function<String, Object> reader) {
        this.title = title;
        this.type = type;
        this.reader = reader;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** The Java type of its values. */
    public Class<?> type() {
        return type;
    }

    /**
     * The value that the text stands for.
     *
     * @throws IllegalArgumentException with a sentence that says what would be right and does not repeat the text
     */
    Object read(String text) {
        return reader.apply(this == OPAQUE ? text : TextForm.of(text));
    }

    private static String time(String text) {
        return Scalars.time(Scalars.time(text));
    }

    private static String readable(String text, boolean lines) {
        require(Text.Validator.isReadable(text, lines), Text.Validator.MESSAGE);
        return text;
    }

    /** Text that UTF-8 and PostgreSQL can hold. */
    private static String wellFormed(String text) {
        require(
                text.codePoints().allMatch(c -> c != 0 && Character.getType(c) != Character.SURROGATE),
                "must not have NUL or half characters");
        return text;
    }

    private static String matching(String text, String pattern, String message) {
        require(text.matches(pattern), message);
        return text;
    }

    private static String zone(String text) {
        require(TimeZoneName.Validator.isZone(text), "must be an IANA time zone, like Africa/Nairobi");
        return text;
    }

    private static void require(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
