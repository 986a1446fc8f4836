package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An absence and the appointments that it strands (R-AVAIL-4). */
@InBrowser
class AbsenceBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider().workingMondays("08:00", "17:00");

    private String book(String time) {
        return clinic.admin()
                .post(
                        "/appointments",
                        Json.object(
                                "providerId",
                                provider.id(),
                                "patientId",
                                clinic.aPatient().id(),
                                "start",
                                provider.mondayAt(time)))
                .expect(201)
                .at("/id");
    }

    @Test
    void ofTwoStrandedAppointmentsOneIsMovedAndOneIsCancelled(Screen screen) {
        String first = book("09:00");
        String second = book("10:00");
        screen.signIn(clinic.accounts().login(provider.id())).open("/app/hours").settle();

        screen.button("Plan an absence").click();
        screen.field("First day").fill(provider.monday().toString());
        screen.field("From (optional)").fill("8");
        screen.field("To (optional)").fill("12:00");
        screen.field("Reason (optional)").fill("A congress");
        Axe.check(screen);
        screen.button("Save").click();
        assertThat(screen.alert()).containsText("2 appointments");
        screen.button("Settle them now").click();
        assertThat(screen.text("0 of 2 settled")).isVisible();

        cards(screen).first().getByText("Move").click();
        screen.button("14:00").click();
        screen.button("Move it there").click();
        assertThat(screen.text("1 of 2 settled")).isVisible();
        Axe.check(screen);

        cards(screen).last().getByText("Cancel").click();
        screen.button("Yes, cancel it").click();
        assertThat(screen.text("2 of 2 settled")).isVisible();
        assertThat(clinic.admin().get("/appointments/" + first).at("/start"))
                .isEqualTo(provider.mondayAt("14:00").toString());
        assertThat(clinic.admin().get("/appointments/" + second).at("/status")).isEqualTo("cancelled");

        screen.page().reload();
        assertThat(screen.text("1 of 1 settled")).isVisible();
        screen.page().goBack();
        assertThat(screen.text("A congress")).isVisible();
    }

    @Test
    void whoeverMovesAStrandedAppointmentBeginsWhereTheAbsenceEnds(Screen screen) {
        book("09:00");
        LocalDate last = provider.monday().plusDays(3);
        String absence = clinic.admin()
                .post(
                        "/providers/" + provider.id() + "/exceptions",
                        Json.object(
                                "kind",
                                "absent",
                                "startDate",
                                provider.monday().toString(),
                                "endDate",
                                last.toString()))
                .expect(201)
                .at("/id");
        screen.signIn(clinic.accounts().login(provider.id())).open("/app/hours/absences/" + absence);

        cards(screen).first().getByText("Move").click();

        assertThat(screen.page().locator(".slots-days [aria-current=date]"))
                .hasText(Pattern.compile("\\b" + last.plusDays(1).getDayOfMonth() + "\\b"));
    }

    @Test
    void anAbsenceIsMovedInTheMonthAndTakenBack(Screen screen) {
        String day = provider.monday().toString();
        String next = provider.monday().plusDays(1).toString();
        screen.signIn(clinic.accounts().login(provider.id()))
                .open("/app/hours?from=" + day)
                .settle();
        Locator told = screen.page().locator("m-absences .undo");
        screen.button("Save").click();
        assertThat(told).containsText("Planned: Absent");
        Locator month = screen.page().locator(".month-grid");
        while (month.locator("[data-date='" + next + "']:not(.fc-day-other)").count() == 0) {
            screen.button("The month after").click();
        }

        Locator cells = month.locator("td.fc-daygrid-day");
        // a day is called by its date and by what is on it
        assertThat(cells.filter(new Locator.FilterOptions().setHas(screen.page().locator(".fc-event"))))
                .hasAccessibleName(Pattern.compile("20[0-9]{2}.*Absent"));
        Axe.check(screen);
        month.locator(".fc-event").dragTo(cells.and(screen.page().locator("[data-date='" + next + "']")));

        assertThat(told).containsText("Changed: Absent");
        assertThat(days()).isEqualTo(next);
        screen.button("Undo").click();
        assertThat(told).hasCount(0);
        assertThat(days()).isEqualTo(day);
    }

    @Test
    void whoIsAwayFromAMomentToAnotherPlansOneAbsence(Screen screen) {
        String friday = provider.monday().minusDays(3).toString();
        String tuesday = provider.monday().plusDays(1).toString();
        book("12:00");
        screen.signIn(clinic.accounts().login(provider.id())).open("/app/hours").settle();

        screen.button("Plan an absence").click();
        screen.field("When").selectOption("through");
        screen.field("First day").fill(friday);
        screen.field("Last day (optional)").fill(tuesday);
        screen.button("Save").click();
        assertThat(screen.text("Fill this in.").first()).isVisible();
        screen.field("From").fill("14:30");
        screen.field("To").fill("10");
        Axe.check(screen);
        screen.button("Save").click();

        assertThat(screen.alert()).containsText("One appointment");
        assertThat(screen.page().locator(".exception-list li")).containsText(Pattern.compile("14:30 to .* 10:00"));
        assertThat(screen.page().locator("m-stranded-badge")).containsText("1 appointment");
        assertThat(provider.api()
                        .get("/providers/" + provider.id() + "/exceptions")
                        .at("/items/0/extent"))
                .isEqualTo("through");
        screen.page().locator(".exception-list li").getByText("Change").click();
        assertThat(screen.field("When")).hasValue("through");
    }

    @Test
    void removedHoursNameTheVisitsThatTheyLeaveUntilTheyAreSettled(Screen screen) {
        book("09:00");
        screen.signIn(clinic.accounts().login(provider.id())).open("/app/hours").settle();
        Locator badge = screen.page().locator("m-stranded-badge a");
        assertThat(badge).hasCount(0);

        screen.button("Change: Monday 08:00–17:00").click();
        screen.button("Remove").click();
        screen.button("Yes, remove these hours").click();

        assertThat(screen.alert()).containsText("one appointment lies outside the working hours");
        assertThat(badge).hasText("1 appointment outside the working hours");
        screen.open("/app/calendar").settle();
        Axe.check(screen);
        badge.click();
        assertThat(screen.text("0 of 1 settled")).isVisible();
        Axe.check(screen);
        cards(screen).first().getByText("Cancel").click();
        screen.button("Yes, cancel it").click();
        assertThat(screen.text("1 of 1 settled")).isVisible();
        screen.page().locator(".stranded-done a").click();
        assertThat(screen.page().locator("m-weekly-hours")).isVisible();
        assertThat(badge).hasCount(0);
    }

    private String days() {
        return provider.api().get("/providers/" + provider.id() + "/exceptions").at("/items/0/startDate");
    }

    private static Locator cards(Screen screen) {
        return screen.page().locator(".stranded > li");
    }
}
