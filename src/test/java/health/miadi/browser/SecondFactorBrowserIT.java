package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import health.miadi.testing.Clinic;
import health.miadi.testing.Login;
import health.miadi.testing.TestApp;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Messages;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second factor, as people set it up, sign in with it and lose it (R-AUTH-10). */
@InBrowser
class SecondFactorBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final Login login = clinic.accounts().login(clinic.aPatient().id());
    private final UUID user = UUID.fromString(clinic.database()
            .texts("SELECT id::text FROM users WHERE username = ?", login.username())
            .get(0));

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "sw-KE"})
    void setsUpAnAppSignsInWithItAndHasItRemoved(String locale, Screens screens) {
        Screen screen = screens.on(Viewport.PHONE).speaking(locale).open().signIn(login);
        Messages messages = screen.messages();
        screen.open("/app/profile").settle();
        screen.field(messages.text("profile.app.password")).fill(login.password());
        screen.button(messages.text("profile.app.begin")).click();
        Locator code = screen.field(messages.text("profile.app.first"));
        assertThat(code).isFocused();
        Axe.check(screen);
        String key = screen.page().locator("m-authenticator-app output.code").textContent();
        TestApp app = new TestApp(clinic, user, key.replace(" ", ""));
        code.fill(app.code());
        screen.button(messages.text("profile.app.confirm")).click();
        assertThat(screen.page().locator("m-authenticator-app li")).hasCount(10);
        Axe.check(screen);
        String recovery =
                screen.page().locator("m-authenticator-app li").first().textContent();
        screen.button(messages.text("profile.app.codes.kept")).click();
        assertThat(screen.button(messages.text("profile.app.remove"))).isVisible();
        screen.settle();

        signInWith(screens.on(Viewport.PHONE).speaking(locale).open(), app.later());

        screen.field(messages.text("profile.app.password")).fill(login.password());
        screen.page().locator("#field-app-code").fill(recovery);
        Axe.check(screen);
        screen.button(messages.text("profile.app.remove")).click();
        assertThat(screen.page().locator("m-authenticator-app .note.good")).isVisible();
        screens.open().signIn(login);
    }

    /** The setting itself needs a server of its own: here the page is told what such a server tells it. */
    @ParameterizedTest
    @ValueSource(strings = {"en-GB"})
    void whoHasToHaveOneSetsItUpBeforeAnythingElse(String locale, Screens screens) {
        Screen screen = screens.on(Viewport.PHONE).speaking(locale).open();
        screen.page().route("**/auth/login", route -> {
            APIResponse answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text().replace("\"lacksSecondFactor\":false", "\"lacksSecondFactor\":true")));
        });
        screen.signIn(login).awaitPath("/app/profile").settle();
        Messages messages = screen.messages();
        assertThat(screen.text(messages.text("profile.app.needed"))).isVisible();
        assertThat(screen.page().locator("m-sessions")).hasCount(0);
        Axe.check(screen);
        screen.field(messages.text("profile.app.password")).fill(login.password());
        screen.button(messages.text("profile.app.begin")).click();
        String key = screen.page().locator("m-authenticator-app output.code").textContent();
        screen.field(messages.text("profile.app.first")).fill(new TestApp(clinic, user, key.replace(" ", "")).code());
        screen.button(messages.text("profile.app.confirm")).click();
        screen.button(messages.text("profile.app.codes.kept")).click();
        screen.awaitPath("/").settle();
        screen.page().evaluate("() => document.querySelector('a[href=\"/app/visits\"]').click()");
        screen.awaitPath("/app/visits");
    }

    private void signInWith(Screen screen, TestApp app) {
        Messages messages = screen.messages();
        screen.open("/app/sign-in").expectAnswer(401, "/auth/login");
        screen.field(messages.text("account.username")).fill(login.username());
        screen.field(messages.text("account.password")).fill(login.password());
        screen.button(messages.text("account.signIn")).click();
        Locator code = screen.field(messages.text("account.secondFactor"));
        assertThat(code).isFocused();
        code.fill(app.wrongCode());
        code.press("Enter");
        assertThat(screen.alert()).containsText(messages.text("problem.second-factor-required"));
        Axe.check(screen);
        code.fill(app.code());
        code.press("Enter");
        screen.awaitPath("/");
        assertThat(screen.page().locator("header summary")).hasText(login.username());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB"})
    void twoAdminsRemoveWhatSomebodyLostUnlessTheyRefuse(String locale, Screens screens) {
        Screen owner = screens.speaking(locale).open().signIn(login);
        Messages messages = owner.messages();
        owner.open("/app/profile").settle();
        owner.field(messages.text("profile.app.password")).fill(login.password());
        owner.button(messages.text("profile.app.begin")).click();
        String key = owner.page().locator("m-authenticator-app output.code").textContent();
        owner.field(messages.text("profile.app.first")).fill(new TestApp(clinic, user, key.replace(" ", "")).code());
        owner.button(messages.text("profile.app.confirm")).click();
        assertThat(owner.page().locator("m-authenticator-app li")).hasCount(10);
        owner.settle();

        Login one = settledAdmin();
        Login two = settledAdmin();
        try {
            Screen admin = screens.open().signIn(one);
            admin.open("/app/users?search=" + login.username()).settle();
            admin.button(messages.text("admin.user.factor.remove")).click();
            admin.page().locator("#factor-reason").fill("came to the desk");
            Axe.check(admin);
            admin.page().locator("dialog[open] button.danger").click();
            assertThat(admin.page().locator(".note.good")).containsText(login.username());

            owner.open("/app/profile").settle();
            owner.button(messages.text("events.removal.refuse")).click();
            assertThat(owner.page().locator("#removal-notice-title")).hasCount(0);

            admin.open("/app/users?search=" + login.username()).settle();
            admin.button(messages.text("admin.user.factor.remove")).click();
            admin.page().locator("#factor-reason").fill("came to the desk again");
            admin.page().locator("dialog[open] button.danger").click();
            assertThat(admin.page().locator(".note.good")).containsText(login.username());
            owner.open("/app/profile").settle();
            assertThat(owner.page().locator("#removal-notice-title")).isVisible();
            Axe.check(owner);

            Screen other = screens.on(Viewport.PHONE).open().signIn(two);
            other.open("/app/users?search=" + login.username()).settle();
            other.button(messages.text("admin.user.factor.asked")).click();
            assertThat(other.page().locator("dialog[open]")).containsText("came to the desk again");
            Axe.check(other);
            other.page().locator("dialog[open] button.danger").click();
            assertThat(other.page().locator(".note.good")).containsText(login.username());
            screens.open().signIn(login);
        } finally {
            close(one);
            close(two);
        }
    }

    /** An admin whose account is old, so that they confirm what another asks for (R-AUTH-19). */
    private Login settledAdmin() {
        Login admin = clinic.accounts().adminLogin();
        clinic.database()
                .update("UPDATE users SET created_at = now() - interval '2 days' WHERE username = ?", admin.username());
        return admin;
    }

    private void close(Login admin) {
        clinic.database().update("UPDATE users SET enabled = false WHERE username = ?", admin.username());
    }
}
