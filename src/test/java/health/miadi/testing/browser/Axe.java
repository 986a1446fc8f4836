package health.miadi.testing.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The accessibility checker axe: WCAG 2.0 to 2.2, levels A and AA, and its best practices, in light and in dark. */
public final class Axe {
    private static final String SCRIPT = script();

    private static final String RUN = """
            async (selector) => {
              const found = await axe.run(selector, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
                resultTypes: ['violations'],
              });
              return found.violations.flatMap(({ id, help, nodes }) => nodes.map((node) =>
                `${id}: ${help}\\n      ${node.html}\\n      ${node.failureSummary.replaceAll('\\n', '\\n      ')}`));
            }
            """;

    private Axe() {}

    /**
     * Looks at what the screen shows now.
     *
     * @throws AssertionError with every violation
     */
    public static void check(Screen screen) {
        check(screen, "html");
    }

    /** The same for one part of the page, which a CSS selector names. */
    public static void check(Screen screen, String selector) {
        Page page = screen.page();
        List<String> violations = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
                page.evaluate(SCRIPT);
            }
            for (Object violation : (List<?>) page.evaluate(RUN, selector)) {
                violations.add(scheme + " " + violation);
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(screen.scheme()));
        if (!violations.isEmpty()) {
            throw new AssertionError("axe finds on " + screen.path() + ":\n  - " + String.join("\n  - ", violations));
        }
    }

    private static String script() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
