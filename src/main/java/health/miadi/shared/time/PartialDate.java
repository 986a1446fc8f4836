package health.miadi.shared.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A date as exactly as it is known (R-PERS-4): a day, a month or a year, and nothing made up. It stands for the days from
 * {@link #first} to {@link #last}, both included. By order the earlier first day comes first, and of two with the same one
 * that which says less.
 */
@Schema(
        type = SchemaType.STRING,
        pattern = PartialDate.PATTERN,
        examples = {"1957-03-14", "1957-03", "1957"},
        description = "A day, or the month or the year where no more is known.")
public final class PartialDate implements Comparable<PartialDate> {
    /** Its three forms, as a regular expression that also stands in the OpenAPI document. */
    public static final String PATTERN = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

    private static final int YEAR_LENGTH = "1957".length();
    private static final int MONTH_LENGTH = "1957-03".length();
    private static final Comparator<PartialDate> BY_FIRST_DAY =
            Comparator.comparing(PartialDate::first).thenComparing(date -> date.text.length());

    private final String text;
    private final LocalDate first;
    private final LocalDate last;

    private PartialDate(String text, LocalDate first, LocalDate last) {
        this.text = text;
        this.first = first;
        this.last = last;
    }

    /** That day. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString(), day, day);
    }

    /**
     * Reads {@code 1957}, {@code 1957-03} or {@code 1957-03-14}.
     *
     * @throws DateTimeException for anything else, and for what does not exist
     */
    public static PartialDate parse(String text) {
        if (!text.matches(PATTERN)) {
            throw new DateTimeException("neither a year nor a month nor a day");
        }
        if (text.length() == YEAR_LENGTH) {
            Year year = Year.parse(text);
            return new PartialDate(text, year.atDay(1), year.atDay(year.length()));
        }
        if (text.length() == MONTH_LENGTH) {
            YearMonth month = YearMonth.parse(text);
            return new PartialDate(text, month.atDay(1), month.atEndOfMonth());
        }
        return of(LocalDate.parse(text));
    }

    /** The first day that it may mean. */
    public LocalDate first() {
        return first;
    }

    /** The last day that it may mean. */
    public LocalDate last() {
        return last;
    }

    @Override
    public int compareTo(PartialDate other) {
        return BY_FIRST_DAY.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PartialDate date && date.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** In the form in which it is read. */
    @Override
    public String toString() {
        return text;
    }
}
