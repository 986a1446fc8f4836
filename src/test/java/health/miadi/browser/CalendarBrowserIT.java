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
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A provider's week and day as others see and change them, in the provider's zone (R-TIME-2, R-TIME-4, R-AVAIL-8). */
@InBrowser
class CalendarBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();

    @Test
    void whatIsBookedElsewhereAppearsWithoutDisturbing(Screens screens) {
        TestProvider provider = clinic.aProviderIn("America/New_York").workingMondays("09:00", "17:00");
        Visit first = Visit.of(clinic, provider, provider.mondayAt("16:30"));
        Screen screen =
                screens.in("Africa/Nairobi").open().signIn(clinic.accounts().login(provider.id()));
        screen.page()
                .waitForResponse(
                        answer -> answer.url().contains("/slots/events"),
                        () -> screen.open("/app/calendar?view=week&date=" + provider.monday()));
        assertThat(first.in(screen)).containsText("16:30");
        assertThat(screen.text("Your own clock: East Africa Time")).isVisible();
        first.in(screen).focus();

        Visit second = Visit.of(clinic, provider, provider.mondayAt("10:00"));

        assertThat(second.in(screen)).containsText("10:00");
        assertThat(first.in(screen)).isFocused();
        first.in(screen).click();
        assertThat(screen.button("Move…")).isVisible();
        assertThat(screen.button("Check in")).hasCount(0); // days before
        first.cancel(provider);
        assertThat(screen.page().locator("m-appointment-panel .badge")).hasText("✕Cancelled");
        screen.button("Close").click();
        Axe.check(screen);
        screen.page().reload();
        assertThat(second.in(screen)).isVisible();
        screen.button("Day").click();
        assertThat(screen.button("Day")).isFocused();
        assertThat(screen.button("Day"))
                .hasCSS("background-color", "rgb(15, 107, 100)"); // chosen, with the focus on it
        screen.button("The day after").click();
        assertThat(second.in(screen)).hasCount(0);
        assertThat(screen.path())
                .contains("view=day", "date=" + provider.monday().plusDays(1));
    }

    /** R-BOOK-7a. */
    @Test
    void aMistakeIsTakenBackWithAReason(Screen screen) {
        TestProvider provider = clinic.aProviderAtNoon();
        Visit visit = Visit.of(clinic, provider, TestVisits.hoursFromNow(-1));
        screen.signIn(clinic.accounts().login(provider.id()))
                .open("/app/calendar?view=day&date=" + LocalDate.now(Clock.system(ZoneId.of(provider.zone()))));
        visit.in(screen).click();
        screen.button("Did not come").click();
        screen.button("Yes, did not come").click();
        Locator status = screen.page().locator("m-appointment-panel .badge");
        assertThat(status).containsText("Did not come");

        screen.button("Correct the status…").click();
        Axe.check(screen, "dialog[open]");
        screen.page().locator("#correct-status").selectOption("completed");
        screen.page().locator("#correct-reason").fill("She sat in the other room");
        screen.button("Correct it").click();

        assertThat(status).containsText("Completed");
        assertThat(visit.in(screen)).containsText("Completed");
        assertThat(provider.api()
                        .get("/appointments/" + visit.id() + "/history")
                        .expect(200)
                        .at("/items/2/reason"))
                .isEqualTo("She sat in the other room");
    }

    @Test
    void noAppointmentIsHiddenWhereTheClockChanges(Screens screens) {
        TestProvider provider = clinic.aProviderIn("Europe/Berlin");
        ZoneOffsetTransition back = lastTransition(provider.zone(), true);
        ZoneOffsetTransition forward = lastTransition(provider.zone(), false);
        Visit before = Visit.of(clinic, provider, back.getInstant().minus(Duration.ofMinutes(45)));
        Visit again = Visit.of(clinic, provider, back.getInstant().plus(Duration.ofMinutes(15)));
        Visit across = Visit.of(clinic, provider, forward.getInstant().minus(Duration.ofMinutes(15)));
        Screen screen =
                screens.in("Asia/Kolkata").open().signIn(clinic.accounts().login(provider.id()));

        screen.open("/app/calendar?date=" + dayOf(back));
        assertThat(screen.text("The clock changes on this day.")).isVisible();
        assertThat(before.in(screen)).containsText("02:15 GMT+2");
        assertThat(again.in(screen)).containsText("02:15 GMT+1");
        again.in(screen).click(); // neither covers the other
        assertThat(screen.page().locator("m-appointment-panel h2")).containsText(again.patient());

        screen.open("/app/calendar?date=" + dayOf(forward));
        assertThat(across.in(screen)).containsText("01:45–03:15");
    }

    @Test
    void anAdminChoosesAProviderAndSpeaksSwahili(Screen screen) {
        TestProvider provider = clinic.aProvider().workingMondays("08:00", "17:00");
        Visit visit = Visit.of(clinic, provider, provider.mondayAt("09:00"));
        String name =
                clinic.admin().get("/providers/" + provider.id()).expect(200).at("/lastName");
        screen.signIn(clinic.accounts().adminLogin()).open("/app/calendar?view=week&date=" + provider.monday());
        assertThat(screen.text("Find a provider by name to see their calendar."))
                .isVisible();
        Axe.check(screen);

        screen.role(AriaRole.COMBOBOX, "Provider").fill(name);
        screen.page().locator("[role=option]").click();
        visit.in(screen).click();
        assertThat(screen.text("Confidential: only the patient and the provider who attended read it."))
                .isVisible();
        screen.role(AriaRole.COMBOBOX, "Language").selectOption("sw");

        assertThat(visit.in(screen)).containsText("Imepangwa");
        assertThat(screen.button("Leo")).isVisible();
        assertThat(screen.button("Hamisha…")).isVisible();
        Axe.check(screen);
        screen.page().reload();
        assertThat(visit.in(screen)).isVisible();
    }

    private static ZoneOffsetTransition lastTransition(String zone, boolean back) {
        var rules = ZoneId.of(zone).getRules();
        return Stream.iterate(
                        rules.previousTransition(Clock.systemUTC().instant()),
                        next -> rules.previousTransition(next.getInstant()))
                .filter(transition -> transition.isOverlap() == back)
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate dayOf(ZoneOffsetTransition transition) {
        return transition.getDateTimeBefore().toLocalDate();
    }
}
