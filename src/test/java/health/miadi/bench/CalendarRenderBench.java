package health.miadi.bench;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.server.BuildOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A provider's busy week, some 150 appointments, drawn by the calendar page: its longest task (200 ms at most), by the browser's own tools,
 * with the processor as it is and slowed down.
 */
@InBrowser
class CalendarRenderBench {
    /** The calendar page, and in it the button that shows the week after this one, and what each appointment is. */
    private static final String PAGE = "/app/calendar?view=week";

    private static final String NEXT_WEEK = "main .calendar-tools [role=group] button:nth-child(3)";
    private static final String APPOINTMENT = "main a.visit";

    private static final int DAYS = 7;
    private static final int A_DAY = 22;
    private static final int TURNS = 5;

    private final Clinic clinic = Clinic.ofTheSuite();

    @Test
    void aBusyWeekIsDrawnWithoutALongTask(Screens screens) throws IOException {
        TestProvider provider = clinic.aProvider().workingDaily("07:00", "19:00");
        fillNextWeek(provider);
        Screen screen = screens.open().signIn(clinic.accounts().login(provider.id()));
        CDPSession tools = screen.page().context().newCDPSession(screen.page());
        screen.page().addInitScript(PageLoad.LONGEST_TASK);
        String report = "";
        for (int slower : List.of(1, 4)) {
            Throttle.NONE.with(slower).applyTo(tools);
            report += measured(screen, slower);
        }
        Path file = BuildOutput.path("bench").resolve("calendar.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        System.out.print(report);
    }

    private static String measured(Screen screen, int slower) {
        Page page = screen.page();
        List<Double> longest = new ArrayList<>();
        List<Double> total = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            screen.open(PAGE).settle();
            page.evaluate("() => { measured.longest = 0; measured.asked = performance.now(); }");
            page.locator(NEXT_WEEK).click();
            page.waitForFunction(
                    "([appointment, number]) => document.querySelectorAll(appointment).length >= number",
                    List.of(APPOINTMENT, DAYS * A_DAY));
            total.add(PageLoad.number(page, "() => performance.now() - measured.asked"));
            screen.settle();
            longest.add(PageLoad.number(page, "() => measured.longest"));
        }
        return String.format(
                Locale.ROOT,
                "a week of %d appointments, processor %d times slower: there after %.0f ms, longest task %.0f ms (of %d turns: %s)%n",
                DAYS * A_DAY,
                slower,
                total.stream().sorted().toList().get(TURNS / 2),
                longest.stream().sorted().toList().get(TURNS / 2),
                TURNS,
                longest);
    }

    /** Half an hour each, one after the other, every day from 08:00 to 19:00 UTC. */
    private void fillNextWeek(TestProvider provider) {
        LocalDate monday = LocalDate.now(Clock.systemUTC()).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        List<TestPatient> patients = new ArrayList<>();
        for (int i = 0; i < A_DAY; i++) {
            patients.add(clinic.aPatient());
        }
        for (int day = 0; day < DAYS; day++) {
            Instant opening = monday.plusDays(day).atTime(8, 0).toInstant(ZoneOffset.UTC);
            for (int i = 0; i < A_DAY; i++) {
                var wish = Json.object(
                        "providerId", provider.id(),
                        "patientId", patients.get(i).id(),
                        "start", opening.plus(Duration.ofMinutes(30L * i)));
                wish.set("override", Json.object("reason", "a busy week"));
                clinic.admin().post("/appointments", wish).expect(201);
            }
        }
    }
}
