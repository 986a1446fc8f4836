package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import health.miadi.testing.Clinic;
import health.miadi.testing.Login;
import health.miadi.testing.SuiteServer;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Messages;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A passkey, as people add it, sign in with it and remove it (R-AUTH-18), with an authenticator that Chromium plays. */
@InBrowser
@Tag("every-server")
class PasskeyBrowserIT {
    /** Passkeys are made for a name, and not for an address of numbers. */
    private static final URI SERVER =
            URI.create("http://localhost:" + SuiteServer.get().address().getPort());

    private final Clinic clinic = Clinic.ofTheSuite();
    private final Login login = clinic.accounts().login(clinic.aPatient().id());

    /** A device of its user's, who is there, and verified, whenever it asks. */
    private record Device(CDPSession session, String id) {
        static Device of(Screen screen) {
            CDPSession session = screen.page().context().newCDPSession(screen.page());
            session.send("WebAuthn.enable", new JsonObject());
            JsonObject options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            JsonObject given = new JsonObject();
            given.add("options", options);
            String id = session.send("WebAuthn.addVirtualAuthenticator", given)
                    .get("authenticatorId")
                    .getAsString();
            return new Device(session, id);
        }

        /** Whether somebody touches it. */
        void touched(boolean enabled) {
            JsonObject given = new JsonObject();
            given.addProperty("authenticatorId", id);
            given.addProperty("enabled", enabled);
            session.send("WebAuthn.setAutomaticPresenceSimulation", given);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "sw-KE"})
    void itIsAddedSignsInAndIsRemoved(String locale, Screens screens) {
        Screen screen = screens.at(SERVER).on(Viewport.PHONE).speaking(locale).open();
        Device device = Device.of(screen);
        device.touched(false);
        screen.signIn(login).open("/app/profile").settle();
        device.touched(true);
        Messages messages = screen.messages();
        screen.field(messages.text("profile.passkeys.password")).fill(login.password());
        screen.button(messages.text("profile.passkeys.add")).click();
        Locator codes = screen.page().locator("m-passkeys ol.codes li");
        assertThat(codes).hasCount(10);
        Axe.check(screen);
        screen.button(messages.text("profile.app.codes.kept")).click();
        assertThat(screen.page().locator("m-passkeys ul li")).hasCount(1);
        screen.settle();

        device.touched(false);
        screen.page().context().clearCookies();
        screen.open("/app/sign-in").settle();
        Axe.check(screen);
        assertThat(screen.field(messages.text("account.username"))).hasAttribute("autocomplete", "username webauthn");
        device.touched(true);
        screen.button(messages.text("account.passkey")).click();
        screen.awaitPath("/");
        assertThat(screen.page().locator("header summary")).hasText(login.username());

        screen.open("/app/profile").settle();
        screen.page().locator("m-passkeys ul li button").first().click();
        screen.page().locator("#passkey-name").fill("Simu yangu");
        Axe.check(screen);
        screen.button(messages.text("profile.passkeys.rename.do")).click();
        assertThat(screen.page().locator("m-passkeys ul li strong")).hasText("Simu yangu");
        screen.page().locator("m-passkeys ul li button").last().click();
        Axe.check(screen);
        screen.page()
                .locator("dialog[open]")
                .getByText(messages.text("account.passkey.confirm"))
                .click();
        assertThat(screen.page().locator("m-passkeys ul li")).hasCount(0);
        screen.settle();
        screens.open().signIn(login);
    }
}
