package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import health.miadi.testing.Clinic;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

/** Weekly hours by mouse and by keyboard: what a drag does, a form does too (R-AVAIL-1, R-TIME-3). */
@InBrowser
class WorkingHoursBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider();

    private Screen hours(Screen screen) {
        screen.signIn(clinic.accounts().login(provider.id())).open("/app/hours").settle();
        assertThat(screen.page().locator(".week-grid .fc-timegrid-cols")).isVisible();
        return screen;
    }

    private static Locator listed(Screen screen, String day) {
        return screen.page()
                .locator(".week-list > li")
                .filter(new Locator.FilterOptions().setHasText(day))
                .locator(".windows");
    }

    private static Locator told(Screen screen) {
        return screen.page().locator(".undo");
    }

    private static Locator drawn(Screen screen) {
        return screen.page().locator(".week-grid .fc-event");
    }

    @Test
    void aWindowIsDrawn(Screen screen) {
        hours(screen);

        draw(screen, DayOfWeek.MONDAY, 8, 12);

        assertThat(told(screen)).containsText("Monday 08:00–12:00");
        assertThat(listed(screen, "Monday")).containsText("08:00–12:00");
    }

    /** For who listens, in whatever language: the week stands for every week, its days have no dates. */
    @Test
    void theColumnsAreCalledByTheirWeekdays(Screen screen) {
        hours(screen);
        assertThat(column(screen, "Monday")).isVisible();
        assertThat(column(screen, "Sunday")).isVisible();

        screen.page().locator("header select").selectOption("sw");

        assertThat(column(screen, "Jumatatu")).isVisible();
        assertThat(column(screen, "Jumapili")).isVisible();
    }

    private static Locator column(Screen screen, String name) {
        return screen.page()
                .locator(".week-grid")
                .getByRole(
                        AriaRole.COLUMNHEADER,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aWindowDraggedOntoAnotherGoesBackAndTheReasonIsTold(Screen screen) {
        provider.working(DayOfWeek.MONDAY, "08:00", "12:00").working(DayOfWeek.TUESDAY, "10:00", "14:00");
        hours(screen);

        screen.expectAnswer(409, "/availability/");
        Point monday = inside(drawn(screen).first(), 0.5);
        drag(screen, monday, new Point(cell(screen, DayOfWeek.TUESDAY, 8).x(), monday.y()));

        assertThat(screen.alert()).hasText(screen.messages().text("hours.overlap"));
        assertThat(listed(screen, "Monday")).containsText("08:00–12:00");
        assertThat(drawn(screen).first()).hasText("Monday08:00–12:00");
        Axe.check(screen);
    }

    @Test
    void theKeyboardDoesTheSameOverMidnightToo(Screens screens) {
        Screen screen = hours(screens.on(Viewport.PHONE).open());

        add(screen, "Sunday", "2100", "3");
        assertThat(listed(screen, "Sunday")).containsText("21:00–03:00 next day");
        assertThat(screen.page().locator(".week-grid .fc-event.rest")).hasCount(1);
        add(screen, "Monday", "22", "24:00");
        assertThat(listed(screen, "Monday")).containsText("22:00–24:00");

        screen.expectAnswer(409, "/availability");
        add(screen, "Monday", "2:00", "5:00");
        assertThat(screen.alert()).hasText(screen.messages().text("hours.overlap"));
        Axe.check(screen);
        screen.page().keyboard().press("Escape");
        assertThat(listed(screen, "Monday").getByRole(AriaRole.BUTTON)).hasCount(2);

        screen.button("Change: Sunday 21:00–03:00 next day").press("Enter");
        screen.field("To").fill("23.30");
        screen.field("To").press("Enter");
        assertThat(listed(screen, "Sunday")).containsText("21:00–23:30");
        screen.button("Change: Sunday 21:00–23:30").press("Enter");
        screen.button("Remove").press("Enter");
        screen.button("Yes, remove these hours").press("Enter");
        assertThat(listed(screen, "Sunday")).containsText("No working hours");
        screen.button("Undo").press("Enter");
        assertThat(listed(screen, "Sunday")).containsText("21:00–23:30");
        assertThat(screen.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private static void add(Screen screen, String day, String from, String to) {
        screen.button("Add hours on " + day).press("Enter");
        screen.field("From").fill(from);
        screen.field("To").fill(to);
        screen.field("To").press("Enter");
    }

    private record Point(double x, double y) {
        Point down(double pixels) {
            return new Point(x, y + pixels);
        }
    }

    /** The middle of that day's column, where that hour begins. */
    private static Point cell(Screen screen, DayOfWeek day, int hour) {
        Locator grid = screen.page().locator(".week-grid");
        BoundingBox column =
                grid.locator(".fc-timegrid-col.fc-day").nth(day.ordinal()).boundingBox();
        BoundingBox row = grid.locator("td.fc-timegrid-slot-lane[data-time='%02d:00:00']".formatted(hour))
                .boundingBox();
        return new Point(column.x + column.width / 2, row.y);
    }

    private static Point inside(Locator event, double part) {
        BoundingBox box = event.boundingBox();
        return new Point(box.x + box.width / 2, box.y + box.height * part);
    }

    /** From just below the one line to just above the other, so that each pointer is within an hour. */
    private static void draw(Screen screen, DayOfWeek day, int from, int to) {
        drag(screen, cell(screen, day, from).down(4), cell(screen, day, to).down(-4));
    }

    private static void drag(Screen screen, Point from, Point to) {
        Mouse mouse = screen.page().mouse();
        mouse.move(from.x(), from.y());
        mouse.down();
        mouse.move(to.x(), to.y(), new Mouse.MoveOptions().setSteps(8));
        mouse.up();
    }
}
