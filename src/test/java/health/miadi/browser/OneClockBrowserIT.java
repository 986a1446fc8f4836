package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Whoever looks, and wherever: the times of a calendar are on its provider's present clock (R-TIME-6). This provider moves from Nairobi (UTC+3) to
 * Tokyo (UTC+9) with visits booked, and is looked at from Kolkata (UTC+5:30); none of them ever changes its clock.
 */
@InBrowser
class OneClockBrowserIT {
    private static final String TOKYO = "Japan Standard Time (GMT+9)";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestVisits visits = new TestVisits(clinic);
    private final TestProvider provider = clinic.aProviderIn("Africa/Nairobi").workingMondays("09:00", "17:00");
    private final TestPatient patient = clinic.aPatient();
    private final Answer visit = visits.booked(patient, provider, provider.mondayAt("09:00"), "A cough");

    @Test
    void theCalendarItsPanelAndWhatIsTypedGoByOneClock(Screens screens) {
        clinic.admin()
                .ifMatch(visit.etag())
                .post(TestVisits.path(visit) + "/reschedule", Json.object("start", provider.mondayAt("10:00")))
                .expect(200);
        Screen screen =
                screens.in("Asia/Kolkata").open().signIn(clinic.accounts().login(provider.id()));
        screen.page()
                .waitForResponse(
                        answer -> answer.url().contains("/slots/events"),
                        () -> screen.open("/app/calendar?date=" + provider.monday()));
        Locator inGrid = screen.page().locator("a.visit");
        Locator panel = screen.page().locator("m-appointment-panel");
        assertThat(inGrid).containsText("10:00");
        inGrid.click();
        assertThat(panel).containsText("10:00–10:30");

        moveToTokyo();

        assertThat(inGrid).containsText("16:00");
        assertThat(panel).containsText("16:00–16:30");
        assertThat(panel).containsText(TOKYO);
        screen.text("What happened so far").click();
        assertThat(panel.locator("ol")).containsText("15:00 to");
        assertThat(panel.locator("ol")).not().containsText("10:00");

        screen.button("Move…").click();
        assertThat(screen.page().locator("m-slot-picker")).containsText(TOKYO);
        screen.text("Another time, outside the free ones").click();
        Locator time = screen.field("Time");
        assertThat(time).hasValue("16:00");
        assertThat(screen.page().locator("#move-time-hint")).containsText(TOKYO);
        time.fill("18:00");
        screen.page().locator("#move-override").fill("Cannot come by day");
        screen.button("Move it there").click();

        assertThat(panel).containsText("18:00–18:30");
        Instant six = provider.monday().atTime(LocalTime.of(18, 0)).toInstant(ZoneOffset.ofHours(9));
        assertThat(visits.now(visit).at("/start")).isEqualTo(six.toString());
    }

    @Test
    void patientsSeeTheProvidersPresentClockAndTheirOwn(Screens screens) {
        moveToTokyo();
        Screen screen =
                screens.in("Asia/Kolkata").open().signIn(clinic.accounts().login(patient.id()));

        screen.open(TestVisits.page(visit));
        assertThat(screen.page().locator(".visit-when")).containsText("15:00–15:30");
        assertThat(screen.page().locator(".visit-when")).containsText("11:30–12:00 your time");
        assertThat(screen.page().locator("dl.facts").first()).containsText(TOKYO);
        assertThat(screen.page().locator("ol.history")).containsText("15:00–15:30");
        screen.open(TestVisits.page(visit) + "/move");
        assertThat(screen.page().locator("m-slot-picker"))
                .containsText("Times as the provider's clock shows them: " + TOKYO);
    }

    @Test
    void aRecordIsOfTheDayThatItWasWhereTheProviderIs(Screens screens) {
        LocalDate day = LocalDate.now(Clock.systemUTC()).minusDays(2);
        Instant start = day.atTime(16, 30).toInstant(ZoneOffset.UTC); // the next day in Tokyo, not yet in Kolkata
        Answer past = visits.booked(patient, provider, start, "A cough");
        TestVisits.recorded(provider, past, Json.object("diagnosis", "Influenza"));
        moveToTokyo();
        String there =
                start.atZone(ZoneId.of("Asia/Tokyo")).format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK));
        Screen screen =
                screens.in("Asia/Kolkata").open().signIn(clinic.accounts().login(provider.id()));

        screen.open("/app/records");
        assertThat(screen.page().locator("m-records details summary")).containsText(there);
        screen.field("From").fill(day.plusDays(1).toString());
        screen.field("Until").fill(day.plusDays(1).toString());
        screen.button("Search").click();
        screen.settle();
        assertThat(screen.page().locator("m-records details summary")).containsText(there);
    }

    private void moveToTokyo() {
        String path = "/providers/" + provider.id();
        Answer read = clinic.admin().get(path).expect(200);
        ObjectNode moved = Json.object(
                "firstName",
                read.at("/firstName"),
                "lastName",
                read.at("/lastName"),
                "cadre",
                "doctor",
                "timeZone",
                "Asia/Tokyo");
        clinic.admin().ifMatch(read.etag()).put(path, moved).expect(200);
    }
}
