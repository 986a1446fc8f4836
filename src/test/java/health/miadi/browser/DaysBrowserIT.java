package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import health.miadi.testing.Clinic;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Days as people write and divide them: weeks, their headings, and the parts of a day. */
@InBrowser
class DaysBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider().workingDaily("09:00", "18:00");

    @Test
    void aWeekIsHeadedAsItsRegionWritesIt(Screens screens) {
        Screen screen =
                screens.speaking("en-US").open().signIn(clinic.accounts().login(provider.id()));
        screen.open("/app/calendar?view=week&date=2026-12-09");
        assertThat(screen.page().locator("m-calendar h1")).hasText(Pattern.compile("^December 7\\s?–\\s?13, 2026$"));
    }

    @Test
    void timesStandInWeeksAndPartsOfTheDay(Screen screen) {
        screen.signIn(clinic.accounts().login(clinic.aPatient().id()))
                .open("/app/times/" + provider.id() + "?day="
                        + provider.monday().plusDays(2))
                .settle();
        Locator days = screen.page().locator(".slots-days button");
        assertThat(days).hasCount(7);
        assertThat(days.first()).containsText("Mon");
        assertThat(screen.heading("Morning")).isVisible();
        assertThat(screen.heading("Afternoon")).isVisible();
        assertThat(screen.heading("Evening")).isVisible();
        Axe.check(screen);
        while (screen.button("Earlier days").isEnabled()) {
            screen.button("Earlier days").click();
            screen.settle();
        }
        assertThat(screen.page().locator(".slots-days [aria-current=date]")).isEnabled();
        // late in the day today has none left, and leads to the next day that has one
        Locator nextDay = screen.page().getByText(Pattern.compile("^Next free: "));
        assertThat(screen.page().locator(".times button").or(nextDay).first()).isVisible();
    }
}
