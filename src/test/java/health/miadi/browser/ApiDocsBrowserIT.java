package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages that explain the API work in a browser, on our own host and within the content security policy. */
@InBrowser
@Tag("every-server")
class ApiDocsBrowserIT {

    @Test
    void theApiCanBeReadAndTried(Screen screen) {
        screen.open("/api-docs/");

        assertThat(screen.text("/api/v1/auth/login").first()).isVisible();
        Axe.check(screen, "nav");
    }

    @Test
    void everyRefusalIsExplained(Screen screen) {
        screen.open("/problems/");
        Axe.check(screen);

        screen.link("The time is taken").click();

        screen.awaitPath("/problems/slot-taken");
        Axe.check(screen);
    }

    @Test
    void thePagesFitOnAPhone(Screens screens) {
        Screen phone = screens.on(Viewport.PHONE).open();
        phone.open("/problems/");
        Axe.check(phone);
    }
}
