package health.miadi.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * The front page on a phone, by the browser's own tools: what goes over the wire the first time (under 250 kB) and the second, when it is
 * drawn and when it can be used (within 1.5 s on 4G with a processor four times slower).
 *
 * <p>Each first loading has an empty cache; figures are medians.
 */
@InBrowser
class FrontPageBench {
    private static final int WARM_UP_TURNS = 3;
    private static final int TURNS = 9;

    /** The way to a booking. */
    private static final String CONTROL = "main a[href=\"/app/find\"]";

    @Test
    void theFirstPageIsSmallAndSoonUsable(Screens screens) throws IOException {
        Screens phones = screens.on(Viewport.PHONE);
        measured(phones, Throttle.NONE, WARM_UP_TURNS);
        String report = "";
        for (Throttle throttle : List.of(Throttle.FAST_4G, Throttle.SLOW_4G, Throttle.NONE)) {
            report += measured(phones, throttle, TURNS);
        }
        Path file = BuildOutput.path("bench").resolve("front-page.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        System.out.print(report);
    }

    private static String measured(Screens phones, Throttle throttle, int turns) {
        List<PageLoad> first = new ArrayList<>();
        List<PageLoad> second = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            Screen phone = phones.open();
            BrowserContext alone = phone.page().context();
            CDPSession tools = alone.newCDPSession(phone.page());
            throttle.applyTo(tools);
            PageLoad.observe(phone, CONTROL);
            first.add(PageLoad.of(phone, tools, "/"));
            phone.open("about:blank");
            second.add(PageLoad.of(phone, tools, "/"));
            alone.close(); // what stays open takes time from the next
        }
        return throttle.name() + ":\n" + median(first).report("first time")
                + median(second).report("second time");
    }

    private static PageLoad median(List<PageLoad> loads) {
        return new PageLoad(
                median(loads, PageLoad::bytes),
                median(loads, PageLoad::requests),
                median(loads, PageLoad::paintMillis),
                median(loads, PageLoad::usableMillis),
                median(loads, PageLoad::longestTaskMillis));
    }

    private static double median(List<PageLoad> loads, ToDoubleFunction<PageLoad> figure) {
        return loads.stream()
                .sorted(Comparator.comparingDouble(figure))
                .mapToDouble(figure)
                .skip(loads.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
