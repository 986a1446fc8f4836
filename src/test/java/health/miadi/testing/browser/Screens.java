package health.miadi.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import health.miadi.testing.SuiteServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The screens of one test: {@code screens.on(Viewport.PHONE).in("Africa/Nairobi").speaking("sw-KE").open()}. */
public final class Screens implements AutoCloseable {
    private final Browser browser;
    private final List<Screen> opened;
    private final @Nullable ScreenSettings settings;

    Screens(Browser browser) {
        this(browser, new ArrayList<>(), null);
    }

    private Screens(Browser browser, List<Screen> opened, @Nullable ScreenSettings settings) {
        this.browser = browser;
        this.opened = opened;
        this.settings = settings;
    }

    /** Another server than the suite's. */
    public Screens at(URI server) {
        ScreenSettings old = settings == null ? ScreenSettings.of(server) : settings;
        return with(new ScreenSettings(server, old.viewport(), old.locale(), old.zone(), old.scheme()));
    }

    /** Another size than a desk's. */
    public Screens on(Viewport viewport) {
        ScreenSettings old = settings();
        return with(new ScreenSettings(old.server(), viewport, old.locale(), old.zone(), old.scheme()));
    }

    /** Another language than {@code en-GB}. */
    public Screens speaking(String locale) {
        ScreenSettings old = settings();
        return with(new ScreenSettings(old.server(), old.viewport(), locale, old.zone(), old.scheme()));
    }

    /** Another zone of the machine than UTC, an IANA name. */
    public Screens in(String zone) {
        ScreenSettings old = settings();
        return with(new ScreenSettings(old.server(), old.viewport(), old.locale(), zone, old.scheme()));
    }

    /** A machine that is set to dark colours. */
    public Screens dark() {
        ScreenSettings old = settings();
        return with(new ScreenSettings(old.server(), old.viewport(), old.locale(), old.zone(), ColorScheme.DARK));
    }

    /** A new screen: a browser without cookies, in which nothing is open yet. */
    public Screen open() {
        Screen screen = Screen.in(browser, settings());
        opened.add(screen);
        return screen;
    }

    private Screens with(ScreenSettings changed) {
        return new Screens(browser, opened, changed);
    }

    private ScreenSettings settings() {
        return settings == null ? ScreenSettings.of(SuiteServer.get().address()) : settings;
    }

    List<String> complaints() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            String which = opened.size() == 1 ? "" : "screen " + (i + 1) + ": ";
            opened.get(i).watch().complaints().forEach(complaint -> all.add(which + complaint));
        }
        return all;
    }

    /** Keeps what the screens show and answers where. */
    String keepEvidence(Class<?> test, String name) {
        Evidence evidence = new Evidence(test, name);
        opened.forEach(evidence::keep);
        return evidence.directory().toString();
    }

    @Override
    public void close() {
        opened.forEach(screen -> screen.page().context().close());
    }
}
