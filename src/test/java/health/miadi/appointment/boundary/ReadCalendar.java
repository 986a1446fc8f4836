package health.miadi.appointment.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;

/** An iCalendar file with one event, as a reader that is not ours understands it. */
final class ReadCalendar {

    private final Calendar calendar;

    private ReadCalendar(Calendar calendar) {
        this.calendar = calendar;
    }

    static ReadCalendar of(byte[] file) {
        return of(new String(file, StandardCharsets.UTF_8));
    }

    /** Reads it strictly, and demands lines as RFC 5545 has them. */
    static ReadCalendar of(String file) {
        assertThat(file).endsWith("\r\n");
        for (String line : file.split("\r\n")) {
            assertThat(line).doesNotContain("\r", "\n");
            assertThat(line.getBytes(StandardCharsets.UTF_8)).as(line).hasSizeLessThanOrEqualTo(75);
        }
        try {
            Calendar read = new CalendarBuilder().build(new StringReader(file));
            assertThat(read.validate().getEntries()).isEmpty();
            return new ReadCalendar(read);
        } catch (IOException | ParserException e) {
            throw new AssertionError("not an iCalendar file: " + file, e);
        }
    }

    /** A property of the file itself. */
    String head(String name) {
        return calendar.getProperty(name).map(Property::getValue).orElse("");
    }

    /** A property of the event, empty if it has none. */
    String at(String name) {
        return event().getProperty(name).map(Property::getValue).orElse("");
    }

    /** When the event's reminders come. */
    List<String> reminders() {
        return event().getComponents().stream()
                .filter(VAlarm.class::isInstance)
                .flatMap(alarm -> alarm.getProperty(Property.TRIGGER).stream())
                .map(Property::getValue)
                .toList();
    }

    private VEvent event() {
        assertThat(calendar.getComponents()).hasSize(1);
        return (VEvent) calendar.getComponents(Component.VEVENT).get(0);
    }
}
