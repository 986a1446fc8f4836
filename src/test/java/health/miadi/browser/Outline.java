package health.miadi.browser;

import health.miadi.testing.browser.Screen;
import java.util.List;
import java.util.regex.Pattern;

/** What a page is made of, without what it tells of today: its headings, labels, column heads and menu. */
final class Outline {
    private static final String COLLECT = """
            () => [...document.querySelectorAll('nav a, main h1, main h2, main label, main legend, main th')]
              .filter((part) => part.checkVisibility())
              .map((part) => `  ${part.localName} ${part.textContent.trim().replaceAll(/\\s+/g, ' ')}`)
            """;

    private static final Pattern OF_TODAY =
            Pattern.compile("(?<!^  h)\\d+|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\b"
                    + "|January|February|March|April|May|June|July|August|September|October|November|December"
                    + "|(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b");

    private Outline() {}

    static String of(String title, Screen screen) {
        List<?> parts = (List<?>) screen.page().evaluate(COLLECT);
        String lines = parts.stream()
                .map(part -> OF_TODAY.matcher((String) part).replaceAll("*"))
                .distinct()
                .reduce(title, (all, line) -> all + "\n" + line);
        return lines + "\n";
    }
}
