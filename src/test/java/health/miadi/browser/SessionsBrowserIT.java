package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import health.miadi.testing.Clinic;
import health.miadi.testing.Login;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Messages;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People see where they are signed in, and sign out there (R-AUTH-11). */
@InBrowser
class SessionsBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final Login login = clinic.accounts().login(clinic.aPatient().id());

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "sw-KE"})
    void whoIsSignedInElsewhereSignsOutThere(String locale, Screens screens) {
        Screen lost = screens.open().signIn(login).settle();
        Screen screen = screens.on(Viewport.PHONE).speaking(locale).open().signIn(login);
        screen.open("/app/profile").settle();
        Messages messages = screen.messages();
        Locator items = screen.page().locator("m-sessions li");
        // this browser, the other, and the one that the test made the patient's account with
        assertThat(items).hasCount(3);
        assertThat(items.first()).containsText(messages.text("profile.sessions.current"));
        Axe.check(screen);

        items.nth(1).getByRole(AriaRole.BUTTON).click();
        assertThat(items).hasCount(2);
        lost.expectAnswer(401, "/auth/refresh").open("/app/profile");
        assertThat(lost.field("Password")).isVisible();

        screen.button(messages.text("profile.sessions.endOthers")).click();
        assertThat(items).hasCount(1);
        assertThat(screen.button(messages.text("profile.sessions.endOthers"))).hasCount(0);
        screen.page().reload();
        assertThat(items).hasCount(1);
    }

    @Test
    void anAdminSignsSomebodyOutEverywhere(Screens screens) {
        Screen lost = screens.open().signIn(login).settle();
        Screen admin = screens.open().signIn(clinic.accounts().adminLogin());
        admin.open("/app/users?search=" + login.username()).settle();
        Messages messages = admin.messages();
        admin.button(messages.text("admin.user.sessions.end")).click();
        assertThat(admin.page().locator(".note.good")).containsText(login.username());
        Axe.check(admin);
        lost.expectAnswer(401, "/auth/refresh").open("/app/profile");
        assertThat(lost.field("Password")).isVisible();
    }
}
