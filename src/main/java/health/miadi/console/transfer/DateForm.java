package health.miadi.console.transfer;

import health.miadi.console.storage.InvalidAttributeException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How days are written in a file: {@code dd/MM/yyyy}. Nothing is guessed: 03/04/1980 is one day or another.
 *
 * @param pattern as people state it
 */
public record DateForm(String pattern, @Nullable DateTimeFormatter formatter) {
    /** {@code YYYY-MM-DD}. */
    public static final DateForm ISO = new DateForm("yyyy-MM-dd", null);

    /** A day, a month and a year of four digits; two would leave the century open. */
    private static final Pattern PARTS =
            Pattern.compile("(?=.*d)(?=.*M)(?=[^y]*yyyy[^y]*$)(?=[^d]*d{1,2}[^d]*$)(?=[^M]*M{1,3}[^M]*$)[dMy ./-]+");

    private static final Pattern UNAMBIGUOUS = Pattern.compile("[0-9]{4}(-[0-9]{2}){0,2}");

    /**
     * The form that a pattern states.
     *
     * @throws TransferException when it is none
     */
    public static DateForm of(String pattern) {
        if (!PARTS.matcher(pattern).matches()) {
            throw new TransferException(
                    "dates: must be a form with day, month and a year of four digits, like dd/MM/yyyy or d-MMM-yyyy");
        }
        return new DateForm(
                pattern,
                new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern.replace('y', 'u'))
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT));
    }

    /**
     * The day as Miadi writes it. What begins with the year can be meant in one way only, and is left to Miadi's own grammar.
     *
     * @throws InvalidAttributeException when it is written otherwise
     */
    String iso(String attribute, String text) {
        if (formatter == null || UNAMBIGUOUS.matcher(text).matches()) {
            return text;
        }
        try {
            return LocalDate.parse(text, formatter).toString();
        } catch (DateTimeException other) {
            throw new InvalidAttributeException(attribute, "must be a day that exists, written as " + pattern);
        }
    }
}
