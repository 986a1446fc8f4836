package health.miadi.appointment.boundary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes the content lines of an iCalendar object (RFC 5545, section 3.1): each ends with CRLF and has at most 75 octets of
 * UTF-8; a longer one goes on behind a line break and a space, and no character is torn apart.
 */
final class ContentLines {
    private static final int MOST_OCTETS = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /** Adds a line whose value is written as it is. */
    ContentLines add(String name, String value) {
        int octets = 0;
        for (int character : (name + ":" + value).codePoints().toArray()) {
            int more = octets(character);
            if (octets + more > MOST_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += more;
        }
        text.append("\r\n");
        return this;
    }

    /** Adds a line with text for people (section 3.3.11): what separates values is escaped, control characters are left out. */
    ContentLines addText(String name, String value) {
        var escaped = new StringBuilder(value.length());
        value.codePoints().forEach(character -> escape(character, escaped));
        return add(name, escaped.toString());
    }

    /** Adds a line with an instant, in UTC (section 3.3.5), to the second. */
    ContentLines add(String name, Instant instant) {
        return add(name, UTC.format(instant));
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void escape(int character, StringBuilder escaped) {
        switch (character) {
            case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(character);
            case '\n' -> escaped.append("\\n");
            case '\t' -> escaped.append('\t');
            default -> {
                if (!Character.isISOControl(character)) {
                    escaped.appendCodePoint(character);
                }
            }
        }
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x1_0000 ? 3 : 4;
    }
}
