package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import health.miadi.testing.Clinic;
import health.miadi.testing.Login;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Messages;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in and out, and what a session leaves behind in the browser (R-AUTH-7). */
@InBrowser
@Tag("every-server")
class SignInBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final Login login = clinic.accounts().login(clinic.aPatient().id());

    private Locator nameOfWhoIsSignedIn(Screen screen) {
        return screen.page().locator("header summary");
    }

    @Test
    void aReloadKeepsTheSession(Screen screen) {
        screen.signIn(login);
        assertThat(nameOfWhoIsSignedIn(screen)).hasText(login.username());

        screen.page().reload();

        assertThat(nameOfWhoIsSignedIn(screen)).hasText(login.username());
    }

    @Test
    void noScriptCanReadWhatKeepsTheSession(Screen screen) {
        screen.signIn(login).settle();

        String readable = (String) screen.page()
                .evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])");
        Cookie refresh = screen.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("__Host-miadi-refresh"))
                .findFirst()
                .orElseThrow();
        assertThat(refresh.httpOnly).isTrue();
        assertThat(refresh.secure).isTrue();
        assertThat(readable).doesNotContain(refresh.value, "eyJ");
    }

    @Test
    void whoSignsOutIsOut(Screen screen) {
        screen.signIn(login).settle(); // what the page still reads would be refused
        nameOfWhoIsSignedIn(screen).click();
        screen.button("Sign out").click();
        assertThat(screen.link("Sign in").first()).isVisible();

        screen.page().reload();

        assertThat(screen.link("Sign in").first()).isVisible();
        assertThat(nameOfWhoIsSignedIn(screen)).hasCount(0);
    }

    /** R-AUTH-3, finding H1: whoever was refused is still signed in, sees it, and signs out however old the page's token is. */
    @Test
    void aRefusedSignOutIsNotTakenForDone(Screen screen) {
        screen.signIn(login).settle().expectAnswer(401, "/auth/logout");
        List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
        screen.page().route("**/auth/logout", route -> {
            asked.add(route.request().headers());
            if (asked.size() > 1) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(401)
                        .setContentType("application/problem+json")
                        .setBody("{\"type\": \"/problems/unauthenticated\", \"status\": 401}"));
            }
        });
        nameOfWhoIsSignedIn(screen).click();
        screen.button("Sign out").click();
        assertThat(screen.alert()).containsText(screen.messages().text("shell.signOut.failed"));
        assertThat(nameOfWhoIsSignedIn(screen)).hasText(login.username());
        Axe.check(screen);

        screen.button("Try again").click();
        assertThat(screen.link("Sign in").first()).isVisible();
        assertThat(asked).hasSize(2).allSatisfy(headers -> assertThat(headers)
                .containsKey("x-csrf-token")
                .doesNotContainKey("authorization"));
        screen.page().reload();
        assertThat(screen.link("Sign in").first()).isVisible();
    }

    @Test
    void aWrongPasswordIsToldAndNothingTypedIsLost(Screen screen) {
        screen.open("/app/sign-in").expectAnswer(401, "/auth/login");
        screen.field("E-mail or user name").fill(login.username());
        screen.field("Password").fill("not the right one");
        screen.field("Password").press("Enter");

        assertThat(screen.alert()).hasText(screen.messages().text("account.refused"));
        assertThat(screen.field("E-mail or user name")).hasValue(login.username());
        Axe.check(screen);
    }

    /** R-AUTH-9: where there is an admin, nobody is asked for a code that does not exist. */
    @Test
    void aClinicThatIsSetUpSaysSo(Screen screen) {
        screen.open("/app/setup");

        assertThat(screen.page().locator(".note.good"))
                .hasText(screen.messages().text("account.setup.before"));
        assertThat(screen.button("Open the account")).hasCount(0);
    }

    @Test
    void whoHasAnAccountAlreadyIsLedToIt(Screen screen) {
        String email = clinic.admin()
                .get("/patients/" + clinic.aPatient().id())
                .expect(200)
                .at("/email");
        screen.open("/app/register").expectAnswer(409, "/auth/register");
        screen.field("First name").fill("Wanjiru");
        screen.field("Last name").fill("Otieno");
        screen.field("Date of birth").fill("1991-05-06");
        screen.field("E-mail").fill(email);
        screen.field("Password").fill("a quiet river bank");
        screen.page().reload(); // keeps what was typed, never the password
        assertThat(screen.field("First name")).hasValue("Wanjiru");
        assertThat(screen.field("Password")).hasValue("");
        screen.field("Password").fill("a quiet river bank");
        screen.button("Create the account").click();

        Locator fault = screen.page().locator("#field-email-fault");
        assertThat(fault).containsText(screen.messages().text("account.taken"));
        Axe.check(screen);
        fault.getByText(screen.messages().text("account.signIn")).click();
        assertThat(screen.field("E-mail or user name")).hasValue(email);
    }

    @ParameterizedTest
    @CsvSource({"PHONE, en-GB", "PHONE, sw-KE", "DESK, en-GB", "DESK, sw-KE"})
    void thePagesOfAVisitorSpeakTheirLanguage(Viewport viewport, String locale, Screens screens) {
        Screen screen = screens.on(viewport).speaking(locale).open().open("/").settle();
        Messages messages = screen.messages();

        assertThat(screen.page().locator("html")).hasAttribute("lang", locale.substring(0, 2));
        assertThat(screen.heading(messages.text("find.welcome"))).isVisible();
        assertThat(
                        screen.page()
                                .evaluate(
                                        "() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/messages/')).length"))
                .as("texts that the front page did not bring with it")
                .isEqualTo(0);
        for (String page : List.of("/", "/app/sign-in", "/app/register", "/app/forgot")) {
            screen.open(page).settle();
            Axe.check(screen);
            assertThat(screen.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .as(page + " is no wider than the screen")
                    .isEqualTo(true);
        }
    }
}
