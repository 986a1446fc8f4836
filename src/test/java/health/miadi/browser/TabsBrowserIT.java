package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.miadi.testing.Clinic;
import health.miadi.testing.Login;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.TestPatient;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import org.junit.jupiter.api.Test;

/** Two tabs of one browser: when its user is another in one of them, nothing of the former stays in the other (R-AUTH-16) (finding M10). */
@InBrowser
class TabsBrowserIT {
    /** Everything that a page has of somebody, where scripts and people reach it. */
    private static final String ALL = """
            () => document.documentElement.outerHTML + document.title + location.href
              + JSON.stringify([{ ...localStorage }, { ...sessionStorage }])
            """;

    /** What a browser takes from a tab that sleeps: it hears nothing of the others. */
    private static final String DEAF = """
            delete globalThis.BroadcastChannel;
            addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
            """;

    private static final String WAKE = "() => document.dispatchEvent(new Event('visibilitychange'))";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestPatient patient = clinic.aPatient();
    private final Login login = clinic.accounts().login(patient.id());
    private final Login other = clinic.accounts().login(clinic.aPatient().id());

    @Test
    void aSignOutIsNoticedInTheOtherTab(Screen screen) {
        Page tab = profileInASecondTab(screen);

        signOut(screen);

        assertThat(tab.locator(".welcome .note")).containsText("You are signed out.");
        assertNothingLeft(tab);
        assertThat(screen.page().locator(".welcome .note")).containsText("You are signed out.");
        assertNothingLeft(screen.page());
    }

    @Test
    void anotherUserIsNoticedInTheOtherTab(Screen screen) {
        Page tab = profileInASecondTab(screen);
        tab.getByLabel("Phone (optional)").fill("+254 700 111 222");

        screen.signIn(other).settle(); // without having signed out

        assertThat(tab.locator("header summary")).hasText(other.username());
        assertThat(tab).hasURL(url("/"));
        assertNothingLeft(tab);
        assertNothingLeft(screen.page());
    }

    @Test
    void aTabThatSleptLooksWhenItWakes(Screen screen) {
        screen.page().context().addInitScript(DEAF);
        Page tab = profileInASecondTab(screen);
        signOut(screen);
        screen.settle();
        assertThat(tab.locator("header summary")).hasText(login.username());

        tab.evaluate(WAKE);

        assertThat(tab.locator("header summary")).hasCount(0);
        assertNothingLeft(tab);
    }

    @Test
    void whatBelongsToAnotherUserIsNotShownToTheFormer(Screen screen) {
        screen.page().context().addInitScript(DEAF);
        Page tab = profileInASecondTab(screen);
        screen.signIn(other).settle();

        tab.evaluate(WAKE); // the browser's session is another: whose, only the server knows

        assertThat(tab.locator("header summary")).hasText(other.username());
        assertNothingLeft(tab);
    }

    @Test
    void whoWaitsToSignInGoesOnWhenSignedInElsewhere(Screen screen) {
        Page tab = screen.page().context().newPage();
        tab.navigate(url("/app/sign-in?next=/app/visits"));
        assertThat(tab.getByLabel("E-mail or user name")).isVisible();

        screen.signIn(login).settle();

        assertThat(tab).hasURL(url("/app/visits"));
        assertThat(tab.locator("header summary")).hasText(login.username());
    }

    private Page profileInASecondTab(Screen screen) {
        screen.signIn(login).settle();
        BrowserContext context = screen.page().context();
        Page tab = context.newPage();
        tab.navigate(url("/app/profile"));
        assertThat(tab.getByLabel("First name")).not().hasValue("");
        return tab;
    }

    private static void signOut(Screen screen) {
        screen.page().locator("header summary").click();
        screen.button("Sign out").click();
    }

    private void assertNothingLeft(Page tab) {
        assertThat(tab.locator("m-shell main h1").first()).isVisible();
        assertThat((String) tab.evaluate(ALL))
                .doesNotContain(login.username(), patient.id().toString())
                .doesNotContain("700 111 222");
    }

    private static String url(String path) {
        return SuiteServer.get().address().resolve(path).toString();
    }
}
