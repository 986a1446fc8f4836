package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Login;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every page of the front end's list of routes, as its first role sees it: it has its heading and fits a phone and a desk, whatever the people in it are
 * called; on the phone a finger meets all that is to be touched, and axe finds nothing in light or dark. What the browser complains about fails the
 * test anyway.
 */
@InBrowser
class EveryPageBrowserIT {
    private static final String ROUTES = """
            async () => {
              const main = document.querySelector('script[type=module]').src;
              const { routes } = await import(main.replace('main.js', 'routes.js'));
              return routes.all.map(({ path, roles }) => `${roles?.[0] ?? 'nobody'} ${path}`);
            }
            """;

    /** What is wider than its place: the page, or an open dialog. */
    /** What reaches beyond the right edge of the page. */
    private static final String WIDEST = """
            () => [...document.querySelectorAll('main *, header *')]
              .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
              .map((one) => `${one.localName}.${one.className} ${one.getBoundingClientRect().right} ${one.textContent.trim().slice(0, 40)}`)
              .slice(0, 12).join('; ')
            """;

    private static final String OVERFLOW = """
            () => [document.documentElement, ...document.querySelectorAll('dialog[open], dialog[open] article')]
              .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
              .reduce((most, one) => Math.max(most, one))
            """;

    /**
     * What is smaller than a finger needs, 44 by 44 CSS pixels: but links in a sentence, what stands in a calendar as long as it lasts, and a box whose
     * label is large enough.
     */
    private static final String SMALL = """
            () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, label:has(input)')]
              .filter((one) => one.checkVisibility() && !one.closest('.unseen, .skip, .fc, .agenda, .calendar-grid'))
              .filter((one) => !(one.matches('input') && one.closest('label')))
              .filter((one) => !(one.matches('a') && getComputedStyle(one).display === 'inline' && one.closest('p, dd, small')))
              .map((one) => [one, one.getBoundingClientRect()])
              .filter(([one, { width, height }]) => width > 1 && (height < 43.5 || width < 43.5))
              .map(([one, { width, height }]) => `${Math.round(width)} x ${Math.round(height)}: ${one.outerHTML.slice(0, 160)}`)
            """;

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestVisits visits = new TestVisits(clinic);
    private final TestProvider provider = withALongName(clinic.aProvider()).workingDaily("08:00", "17:00");
    private final TestPatient patient = withALongName(clinic.aPatient());
    private final Answer past = visits.booked(patient, provider, TestVisits.hoursFromNow(-48), "A cough");
    private final Answer coming = visits.booked(patient, provider, TestVisits.hoursFromNow(72), "The cough again");

    @Test
    void aStrangersPages(Screens screens) {
        check(screens, "nobody", null);
    }

    @Test
    void aPatientsPages(Screens screens) {
        clinic.admin()
                .post(
                        "/patients/" + patient.id() + "/insurance",
                        Json.object(
                                "insurer", "Afya", "policyNumber", "P-" + Clinic.unique(), "expiryDate", "2099-12-31"))
                .expect(201);
        check(screens, "patient", clinic.accounts().login(patient.id()));
    }

    @Test
    void aProvidersPages(Screens screens) {
        TestVisits.recorded(provider, past, Json.object("diagnosis", "A cold", "treatment", "Tea and rest"));
        check(screens, "provider", clinic.accounts().login(provider.id()));
    }

    @Test
    void anAdminsPages(Screens screens) {
        check(screens, "admin", clinic.accounts().adminLogin());
    }

    /** Names are as long as people have them, and no page becomes wider for one. */
    private TestPatient withALongName(TestPatient one) {
        Answer before = clinic.admin().get("/patients/" + one.id()).expect(200);
        clinic.admin()
                .ifMatch(before.etag())
                .put(
                        "/patients/" + one.id(),
                        Json.object(
                                "firstName",
                                "W".repeat(120),
                                "lastName",
                                before.at("/lastName"),
                                "dateOfBirth",
                                "1980-02-29",
                                "email",
                                before.at("/email")))
                .expect(200);
        return one;
    }

    private TestProvider withALongName(TestProvider one) {
        Answer before = clinic.admin().get("/providers/" + one.id()).expect(200);
        clinic.admin()
                .ifMatch(before.etag())
                .put(
                        "/providers/" + one.id(),
                        Json.object(
                                "firstName",
                                "W".repeat(120),
                                "lastName",
                                before.at("/lastName"),
                                "cadre",
                                "doctor",
                                "specialization",
                                "M".repeat(100),
                                "timeZone",
                                one.zone(),
                                "email",
                                before.at("/email")))
                .expect(200);
        return one;
    }

    private void check(Screens screens, String role, @Nullable Login login) {
        Screen screen = signedIn(screens.on(Viewport.PHONE), login);
        List<String> faults = new ArrayList<>();
        List<String> paths = ((List<?>) screen.page().evaluate(ROUTES))
                .stream()
                        .map(String.class::cast)
                        .filter(route -> route.startsWith(role + " "))
                        .map(route -> address(role, route.substring(role.length() + 1)))
                        .toList();
        assertThat(paths).hasSizeGreaterThan(3);
        for (String path : paths) {
            look(screen, path).ifPresent(fault -> faults.add(path + ": " + fault));
        }
        Screen desk = signedIn(screens.on(Viewport.DESK), login);
        for (String path : paths) {
            int over = (int) desk.open(path).settle().page().evaluate(OVERFLOW);
            if (over > 0) {
                faults.add(path + ": at a desk " + over + " pixels too wide");
            }
        }
        assertThat(faults).isEmpty();
    }

    private static Screen signedIn(Screens screens, @Nullable Login login) {
        Screen screen = screens.open();
        if (login != null) {
            screen.signIn(login);
        }
        return screen.open("/app/profile").settle();
    }

    private static Optional<String> look(Screen screen, String path) {
        try {
            screen.open(path).settle();
            assertThat(screen.page().locator("main h1")).isVisible();
            assertThat(screen.heading("Nothing is here")).hasCount(0);
            assertThat(screen.page().getByRole(AriaRole.ALERT)).hasCount(0);
            assertThat((int) screen.page().evaluate(OVERFLOW))
                    .as("pixels too wide: " + screen.page().evaluate(WIDEST))
                    .isNotPositive();
            assertThat((List<?>) screen.page().evaluate(SMALL))
                    .as("too small for a finger")
                    .isEmpty();
            Axe.check(screen);
            return Optional.empty();
        } catch (AssertionError fault) {
            return Optional.ofNullable(fault.getMessage());
        }
    }

    /** The address of a route, with things of this clinic in the place of its names. */
    private String address(String role, String path) {
        if (path.equals("/app/book")) {
            return path + "?provider=" + provider.id() + "&start=" + offered();
        }
        if (path.equals("/app/hours/absences/:id")) {
            return path.replace(":id", absence());
        }
        String visit = role.equals("patient") ? coming.at("/id") : past.at("/id");
        var ids = Map.of(
                "/app/times/:id", provider.id().toString(),
                "/app/patients/:id", patient.id().toString());
        return path.replace(":id", ids.getOrDefault(path, visit));
    }

    private String offered() {
        String from = TestVisits.hoursFromNow(24).toString();
        String to = TestVisits.hoursFromNow(96).toString();
        return patient.api()
                .get("/slots?providerId=" + provider.id() + "&limit=1&from=" + from + "&to=" + to)
                .expect(200)
                .at("/items/0/start");
    }

    private String absence() {
        String day = coming.at("/start").substring(0, 10);
        return provider.api()
                .post(
                        "/providers/" + provider.id() + "/exceptions",
                        Json.object("kind", "absent", "startDate", day, "endDate", day))
                .expect(201)
                .at("/id");
    }
}
