package health.miadi.confidential;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Values by which a test knows its own again wherever they turn up. */
final class Marks {
    private final String mark =
            "mark" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 62, Long.MAX_VALUE), 36);

    private final String digits = "9" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);

    /** Any text. */
    String plain() {
        return mark;
    }

    /** Values of the shapes that members ask for: a text, an address, a phone number, a birthday. */
    List<String> shapes() {
        return List.of(mark, "Mark Of " + mark, mark + "@example.org", "+" + digits, day());
    }

    /** A birthday that nobody else has. */
    String day() {
        return "1912-06-23";
    }

    /** An id of nothing, with no mark in it: ids may be told. */
    String id() {
        return UUID.randomUUID().toString();
    }

    /** Which marks a text has, in any case. */
    List<String> in(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return List.of(mark, digits, day()).stream().filter(folded::contains).toList();
    }
}
