package health.miadi.testing.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Requests that do not leave the browser until the test lets them: what a slow network looks like, without a clock. */
public final class Held implements AutoCloseable {
    private final Page page;
    private final Predicate<String> urls;
    private final List<Route> waiting = new ArrayList<>();

    Held(Page page, String part) {
        this.page = page;
        this.urls = url -> url.contains(part);
        page.route(urls, waiting::add);
    }

    /** Returns when so many requests wait. */
    public Held await(int requests) {
        page.waitForCondition(() -> waiting.size() >= requests);
        return this;
    }

    /** How many wait now. */
    public int size() {
        return waiting.size();
    }

    /** Lets all of them go, and holds nothing any more. */
    @Override
    public void close() {
        page.unroute(urls);
        waiting.forEach(Route::resume);
        waiting.clear();
    }
}
