package health.miadi.shared.validation;

import health.miadi.shared.time.PartialDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one grammar of the contract's scalar values, for bodies and for parameters. Every method throws
 * {@link IllegalArgumentException} with a sentence that says what would be right and does not repeat the value.
 */
public final class Scalars {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern INSTANT_FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?([Zz]|[+-]\\d{2}:\\d{2})");
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME_FORM = Pattern.compile("\\d{2}:\\d{2}");
    private static final Pattern INTEGER_FORM = Pattern.compile("-?\\d{1,9}");
    private static final Pattern LONG_FORM = Pattern.compile("-?\\d{1,18}");
    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter HOURS_MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Scalars() {}

    /** An id. */
    public static UUID uuid(String text) {
        require(UUID_FORM.matcher(text).matches(), "must be a UUID");
        return UUID.fromString(text);
    }

    /** An instant, RFC 3339 with an offset (R-TIME-1: one without is refused, never guessed). */
    public static Instant instant(String text) {
        String message =
                "must be an RFC 3339 date and time with an offset, like 2026-11-21T09:00:00+03:00 (in an address"
                        + " the + is written %2B)";
        require(INSTANT_FORM.matcher(text).matches(), message);
        try {
            Instant instant =
                    OffsetDateTime.parse(text.toUpperCase(Locale.ROOT), INSTANT).toInstant();
            require(isOfAYear(instant.atOffset(ZoneOffset.UTC).getYear()), message);
            return instant;
        } catch (DateTimeException refused) {
            throw new IllegalArgumentException(message, refused);
        }
    }

    /** A day, {@code YYYY-MM-DD}. */
    public static LocalDate date(String text) {
        String message = "must be a day that exists, like 2026-11-21";
        require(DATE_FORM.matcher(text).matches(), message);
        try {
            LocalDate date = LocalDate.parse(text);
            require(isOfAYear(date.getYear()), message);
            return date;
        } catch (DateTimeException refused) {
            throw new IllegalArgumentException(message, refused);
        }
    }

    /** A day, or a month or a year where no more is known. */
    public static PartialDate partialDate(String text) {
        String message = "must be a day, a month or a year that exists, like 1957-03-14, 1957-03 or 1957";
        try {
            PartialDate date = PartialDate.parse(text);
            require(isOfAYear(date.first().getYear()), message);
            return date;
        } catch (DateTimeException refused) {
            throw new IllegalArgumentException(message, refused);
        }
    }

    /** A wall-clock time, {@code HH:mm}, from 00:00 to 23:59. */
    public static LocalTime time(String text) {
        String message = "must be a time of day from 00:00 to 23:59, like 09:30";
        require(TIME_FORM.matcher(text).matches(), message);
        try {
            return LocalTime.parse(text, HOURS_MINUTES);
        } catch (DateTimeException refused) {
            throw new IllegalArgumentException(message, refused);
        }
    }

    /** {@code HH:mm}. */
    public static String time(LocalTime value) {
        return HOURS_MINUTES.format(value);
    }

    /** An integer of at most nine digits. */
    public static Integer integer(String text) {
        require(INTEGER_FORM.matcher(text).matches(), "must be a whole number");
        return Integer.valueOf(text);
    }

    /** An integer of at most eighteen digits. */
    public static Long longInteger(String text) {
        require(LONG_FORM.matcher(text).matches(), "must be a whole number");
        return Long.valueOf(text);
    }

    /** {@code true} or {@code false}. */
    public static Boolean bool(String text) {
        require(text.equals("true") || text.equals("false"), "must be true or false");
        return Boolean.valueOf(text);
    }

    /** The constant whose {@link #word} the text is, of an enumeration. */
    public static Object constant(Class<?> type, String text) {
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> word((Enum<?>) constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(constants)
                                .map(constant -> word((Enum<?>) constant))
                                .collect(Collectors.joining(", "))));
    }

    /** The word that stands for a constant in JSON and in parameters: its name in lower case. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** There was no year 0 (RFC 3339 has one, PostgreSQL none), and four digits are all that is written. */
    private static boolean isOfAYear(int year) {
        return year >= 1 && year <= LAST_YEAR;
    }

    private static void require(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
