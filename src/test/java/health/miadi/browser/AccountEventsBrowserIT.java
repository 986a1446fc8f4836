package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import health.miadi.testing.Clinic;
import health.miadi.testing.Login;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Messages;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others did to an account stands above every page until it was read, and in the profile for good (R-AUTH-15). */
@InBrowser
class AccountEventsBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final Login login = clinic.accounts().login(clinic.aPatient().id());

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "sw-KE"})
    void anAdminsCodeIsToldUntilItIsRead(String locale, Screens screens) {
        String user = clinic.database()
                .texts("SELECT id::text FROM users WHERE username = ?", login.username())
                .get(0);
        clinic.admin().post("/users/" + user + "/password-reset").expect(200);

        Screen screen = screens.on(Viewport.PHONE).speaking(locale).open().signIn(login);
        Messages messages = screen.messages();
        Locator notice = screen.page().locator("m-account-notice");
        assertThat(notice).containsText(messages.text("events.did.code_issued"));
        screen.open("/app/profile").settle();
        assertThat(notice).containsText(messages.text("events.by.administrator"));
        Locator events = screen.page().locator("m-events li");
        assertThat(events.filter(new Locator.FilterOptions().setHasText(messages.text("events.unread"))))
                .hasCount(1);
        Axe.check(screen);

        screen.button(messages.text("events.notice.read")).click();
        assertThat(notice).not().containsText(messages.text("events.notice"));
        screen.page().reload();
        assertThat(events.first()).containsText(messages.text("events.did.acknowledged"));
        assertThat(notice).not().containsText(messages.text("events.notice"));
    }
}
