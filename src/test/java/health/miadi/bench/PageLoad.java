package health.miadi.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import health.miadi.testing.browser.Screen;
import java.util.Locale;

/**
 * What one loading of a page took.
 *
 * @param bytes over the wire, heads and compressed bodies
 * @param requests that went over the wire
 * @param paintMillis from the start of the navigation until something was drawn
 * @param usableMillis until the control that people come for was there
 * @param longestTaskMillis the longest of the tasks over 50 ms until then, 0 if there was none
 */
record PageLoad(double bytes, double requests, double paintMillis, double usableMillis, double longestTaskMillis) {

    /** Makes {@code measured.longest} the longest task so far in milliseconds, of those over 50. */
    static final String LONGEST_TASK = """
            globalThis.measured = { usable: 0, longest: 0 };
            new PerformanceObserver((tasks) => {
              for (const task of tasks.getEntries()) measured.longest = Math.max(measured.longest, task.duration);
            }).observe({ type: 'longtask', buffered: true });
            """;

    private static final String WHEN_USABLE = """
            const look = () => {
              if (document.querySelector(%s)) measured.usable ||= performance.now();
              else requestAnimationFrame(look);
            };
            look();
            """;

    private static final String PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime";

    /** Counts what goes over the wire from now on. */
    private static final class Wire {
        private double bytes;
        private int requests;

        Wire(CDPSession tools) {
            tools.on("Network.loadingFinished", this::finished);
        }

        private void finished(JsonObject event) {
            double length = event.get("encodedDataLength").getAsDouble();
            bytes += length;
            requests += length > 0 ? 1 : 0;
        }
    }

    /** Makes that screen's page measure itself at every loading from now on. */
    static void observe(Screen screen, String control) {
        screen.page().addInitScript(LONGEST_TASK + WHEN_USABLE.formatted("'" + control + "'"));
    }

    /** Loads a page on a screen that {@link #observe}s. */
    static PageLoad of(Screen screen, CDPSession tools, String path) {
        Page page = screen.page();
        Wire wire = new Wire(tools);
        screen.open(path);
        page.waitForFunction("() => measured.usable > 0");
        screen.settle();
        return new PageLoad(
                wire.bytes,
                wire.requests,
                number(page, PAINT),
                number(page, "() => measured.usable"),
                number(page, "() => measured.longest"));
    }

    static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    String report(String name) {
        return String.format(
                Locale.ROOT,
                "  %-12s %4.0f kB in %2.0f requests, drawn after %4.0f ms, usable after %4.0f ms, longest task %3.0f ms%n",
                name,
                bytes / 1000,
                requests,
                paintMillis,
                usableMillis,
                longestTaskMillis);
    }
}
