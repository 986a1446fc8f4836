package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import health.miadi.testing.Clinic;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A provider gets through a morning with the browser alone (R-BOOK-7, R-BOOK-8, R-BOOK-9, R-REC-1). */
@InBrowser
class SampleMorningBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    /** Today, after its morning: a visit is checked in on its day, and missed once it has begun. */
    private final TestProvider provider = clinic.aProviderAtNoon().workingDaily("08:00", "18:00");

    private final LocalDate morning = LocalDate.now(Clock.system(ZoneId.of(provider.zone())));

    @Test
    void aProviderGetsThroughAMorning(Screen screen) {
        Visit first = at("09:00");
        Visit missed = at("09:30");
        Visit cancelled = at("10:00");
        signIn(screen).open("/app/calendar?date=" + morning);
        assertThat(screen.page().locator("a.visit")).hasCount(3);

        first.in(screen).click();
        screen.button("Check in").click();
        assertThat(first.in(screen)).containsText("Checked in");
        screen.button("Complete").click();
        assertThat(first.in(screen)).containsText("Completed");
        screen.field("Diagnosis").fill("Common cold");
        screen.field("Notes (optional)").fill("Drinks enough. <b>Rest</b>");
        screen.button("Save the record").click();
        assertThat(screen.button("Amend")).isVisible();
        assertThat(screen.text("Drinks enough. <b>Rest</b>")).isVisible();

        missed.in(screen).click();
        screen.button("Did not come").click();
        Axe.check(screen);
        screen.button("Go back").click();
        assertThat(missed.in(screen)).not().containsText("Did not come");
        screen.button("Did not come").click();
        screen.button("Yes, did not come").click();
        assertThat(missed.in(screen)).containsText("Did not come");

        cancelled.in(screen).click();
        screen.button("Cancel…").click();
        screen.field("Reason").fill("The road is flooded");
        Axe.check(screen);
        screen.button("Cancel the appointment").click();
        assertThat(cancelled.in(screen)).hasCount(0);
        screen.role(AriaRole.SWITCH, "Show one cancelled").check();
        assertThat(cancelled.in(screen)).containsText("Cancelled");
        Axe.check(screen);

        assertThat(statusOf(first)).isEqualTo("completed");
        assertThat(statusOf(missed)).isEqualTo("no_show");
        assertThat(statusOf(cancelled)).isEqualTo("cancelled");
    }

    @Test
    void twoKeysCheckAPatientIn(Screen screen) {
        Visit visit = at("09:00");
        signIn(screen).open("/app/calendar?date=" + morning);
        visit.in(screen).focus();

        screen.page().keyboard().press("Enter");
        assertThat(screen.button("Check in")).isFocused();
        screen.page().keyboard().press("Enter");

        assertThat(visit.in(screen)).containsText("Checked in");
        assertThat(screen.page().locator("m-appointment-panel h2")).isFocused();
        screen.page().keyboard().press("Escape");
        assertThat(visit.in(screen)).isFocused();
        assertThat(statusOf(visit)).isEqualTo("checked_in");
    }

    @Test
    void aVisitIsMovedToAFreeTimeAndToAnyOther(Screen screen) {
        TestProvider other = clinic.aProvider().workingDaily("08:00", "18:00");
        Visit visit = Visit.of(clinic, other, other.mondayAt("10:00"));
        screen.signIn(clinic.accounts().login(other.id())).open("/app/calendar?date=" + other.monday());
        visit.in(screen).click();
        screen.button("Move…").click();
        screen.page()
                .locator("dialog button[data-start]")
                .filter(new Locator.FilterOptions().setHasText("11:00"))
                .click();
        Axe.check(screen);
        screen.page().locator("dialog m-move-form > button").click();
        assertThat(visit.in(screen)).containsText("11:00");

        screen.button("Move…").click();
        screen.text("Another time, outside the free ones").click();
        screen.field("Time").fill("19:30");
        screen.page().locator("dialog").getByLabel("Reason").fill("After work");
        screen.button("Move it there").click();
        assertThat(visit.in(screen)).containsText("19:30");
    }

    @Test
    void aTimeThatSomebodyElseTakesMeanwhileIsLetGoOf(Screen screen) {
        TestProvider other = clinic.aProvider().workingDaily("08:00", "18:00");
        Visit visit = Visit.of(clinic, other, other.mondayAt("10:00"));
        screen.signIn(clinic.accounts().login(other.id())).open("/app/calendar?date=" + other.monday());
        visit.in(screen).click();
        screen.button("Move…").click();
        screen.page()
                .locator("dialog button[data-start]")
                .filter(new Locator.FilterOptions().setHasText("11:00"))
                .click();
        Locator move = screen.page().locator("dialog m-move-form > button");
        assertThat(move).containsText("11:00");

        Visit.of(clinic, other, other.mondayAt("11:00"));
        assertThat(screen.page().locator("dialog .note.warn"))
                .hasText("11:00 can no longer be taken. Choose another time.");
        assertThat(move).hasCount(0);
    }

    @Test
    void aPhoneShowsTheDayAsAList(Screens screens) {
        Visit first = at("09:00");
        Visit second = at("09:30");
        Screen phone = signIn(screens.on(Viewport.PHONE).open());
        phone.open("/app/calendar?date=" + morning);
        assertThat(second.in(phone)).isVisible();
        assertThat(phone.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        Axe.check(phone);

        first.in(phone).click();
        phone.awaitPath("/app/appointments/" + first.id());
        phone.button("Check in").click();
        assertThat(phone.page().locator(".badge")).hasText("◐Checked in");
        Axe.check(phone);
        phone.page().goBack();
        assertThat(first.in(phone)).containsText("Checked in");
    }

    private Visit at(String time) {
        return Visit.of(clinic, provider, provider.at(morning, time));
    }

    private Screen signIn(Screen screen) {
        return screen.signIn(clinic.accounts().login(provider.id()));
    }

    private String statusOf(Visit visit) {
        return provider.api().get("/appointments/" + visit.id()).expect(200).at("/status");
    }
}
