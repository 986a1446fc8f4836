package health.miadi.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import health.miadi.testing.Login;
import java.net.URI;

/**
 * A browser window in front of a person: a page, its own cookies, its own language and zone.
 *
 * <p>Things are found as people find them, by what they are and what stands on them; whoever looks for one waits until it is there.
 */
public final class Screen {
    private final Page page;
    private final ScreenSettings settings;
    private final Watch watch;

    private Screen(Page page, ScreenSettings settings, Watch watch) {
        this.page = page;
        this.settings = settings;
        this.watch = watch;
    }

    static Screen in(Browser browser, ScreenSettings settings) {
        BrowserContext context = browser.newContext(settings.options());
        if (Evidence.isTraced()) {
            context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
        }
        Watch watch = Watch.over(context, settings.server());
        return new Screen(context.newPage(), settings, watch);
    }

    /** Goes to a page of the server, {@code /app/visits}, and returns when it is loaded. */
    public Screen open(String path) {
        page.navigate(settings.server().resolve(path).toString());
        return this;
    }

    /** Playwright's own page, for whatever has no word here. */
    public Page page() {
        return page;
    }

    /** The path and query of the page that is open. */
    public String path() {
        URI uri = URI.create(page.url());
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    /** Returns when a page with that path is open. */
    public Screen awaitPath(String path) {
        page.waitForURL(url -> URI.create(url).getPath().equals(path));
        return this;
    }

    /** Returns when the page has its own heading, not that of the file it comes in, awaits no answer and says of nothing that it is busy. */
    public Screen settle() {
        Object awaited;
        do {
            page.waitForCondition(watch::isQuiet);
            page.waitForFunction("""
                    () => document.querySelector(document.querySelector('m-shell') ? '#main h1' : 'h1')
                      && !document.querySelector('[aria-busy=true], progress:not([value])')
                      && !miadiAwaited()
                    """);
            awaited = page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame("
                    + "() => setTimeout(() => drawn(miadiAwaited())))))");
        } while (!watch.isQuiet() || !awaited.equals(0));
        return this;
    }

    /** The field with that label, whole. */
    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** The button with that name, whole. */
    public Locator button(String name) {
        return role(AriaRole.BUTTON, name);
    }

    /** The link with that name, whole. */
    public Locator link(String name) {
        return role(AriaRole.LINK, name);
    }

    /** The heading with that text, whole. */
    public Locator heading(String text) {
        return role(AriaRole.HEADING, text);
    }

    /** Whatever has that role and that name, whole. */
    public Locator role(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The texts that interrupt: what a screen reader reads at once. */
    public Locator alert() {
        return page.getByRole(AriaRole.ALERT);
    }

    /** Whatever contains that text. */
    public Locator text(String part) {
        return page.getByText(part);
    }

    /** Signs in as people do, on the page that is made for it, and returns when they are in. */
    public Screen signIn(Login login) {
        open("/app/sign-in");
        Messages messages = messages();
        field(messages.text("account.username")).fill(login.username());
        field(messages.text("account.password")).fill(login.password());
        page.waitForResponse(
                answer -> answer.url().endsWith("/auth/login"),
                () -> button(messages.text("account.signIn")).click());
        page.waitForURL(url -> !URI.create(url).getPath().equals("/app/sign-in"));
        return this;
    }

    /** The texts of the language that this screen's pages are in. */
    public Messages messages() {
        return Messages.in(settings.locale().substring(0, 2));
    }

    /** From here people are sent to that origin, {@code http://127.0.0.1:1234}, and no other. */
    public Screen leadsTo(String origin) {
        watch.leadsTo(origin);
        return this;
    }

    /** Says that an answer with that status will come to a request whose address has that part; the test fails if none does. */
    public Screen expectAnswer(int status, String part) {
        watch.expectAnswer(status, part);
        return this;
    }

    /** Says that something with that part will be written to the console. */
    public Screen expectConsole(String part) {
        watch.expectConsole(part);
        return this;
    }

    /** Says that a request whose address has that part will get no answer. */
    public Screen expectLost(String part) {
        watch.expectLost(part);
        return this;
    }

    /** Takes the network away; what gets lost from now on for that reason is no failure. */
    public Screen goOffline() {
        watch.networkGoesOff();
        page.context().setOffline(true);
        return this;
    }

    /** Brings the network back. */
    public Screen goOnline() {
        page.context().setOffline(false);
        return this;
    }

    /** Holds requests back whose address has that part, until the result is closed. */
    public Held hold(String part) {
        return new Held(page, part);
    }

    /** The colours that its machine is set to. */
    ColorScheme scheme() {
        return settings.scheme();
    }

    /** Its watch, brought up to what has happened by now. */
    Watch watch() {
        if (!page.isClosed()) {
            page.evaluate("0");
        }
        return watch;
    }
}
