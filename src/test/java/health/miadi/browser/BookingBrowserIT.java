package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the front page to a booked appointment, as patients go. */
@InBrowser
class BookingBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();

    @Test
    void aStrangerRegistersAndBooksOnAPhoneByKeyboardAlone(Screens screens) {
        TestProvider provider = clinic.aProvider().workingDaily("09:00", "12:00");
        Screen phone = screens.on(Viewport.PHONE).open().open("/");
        Keys keys = new Keys(phone);
        Axe.check(phone);
        keys.to(phone.button("Book an appointment")).press("Enter");
        keys.to(phone.button("Create an account")).press("Enter");
        keys.to(phone.field("First name")).type("Wanjiku");
        keys.to(phone.field("Last name")).type("Stranger");
        keys.to(phone.field("Date of birth")).type("01021990");
        keys.to(phone.field("E-mail")).type("stranger-" + Clinic.unique() + "@example.org");
        keys.to(phone.field("Password")).type("seven purple elephants dance").press("Enter");
        phone.awaitPath("/app/find").settle();
        Axe.check(phone);

        keys.to(phone.field("Provider's name")).type(nameOf(provider));
        assertThat(phone.page().locator("article.offer")).hasCount(1);
        assertThat(phone.page().locator("article.offer")).containsText(nameOf(provider));
        assertThat(phone.path()).contains("name=Vider-");
        keys.to(times(phone).first()).press("Enter");
        phone.awaitPath("/app/book").settle();
        Axe.check(phone);
        assertThat(phone.text("30 minutes")).isVisible();
        keys.to(phone.field("Reason for the visit (optional)")).type("A cough");
        keys.to(phone.button("Book")).press("Enter");
        assertThat(phone.heading("Booked")).isFocused();
        phone.settle();
        Axe.check(phone);
        assertThat(booked(provider)).containsExactly("A cough");
    }

    @Test
    void threeClicksBookTheFirstFreeTime(Screen screen) {
        clinic.aProvider().workingDaily("00:00", "24:00");
        TestPatient patient = clinic.aPatient();
        screen.signIn(clinic.accounts().login(patient.id()));
        screen.awaitPath("/");
        times(screen).first().click();
        screen.button("Book").dblclick();
        assertThat(screen.heading("Booked")).isVisible();
        assertThat(clinic.database().number("SELECT count(*) FROM appointments WHERE patient_id = ?", patient.id()))
                .isOne();
        screen.link("Miadi").click();
        assertThat(screen.page().getByRole(AriaRole.HEADING).filter(having("Your next visit")))
                .isVisible();
        screen.settle();
        Axe.check(screen);
    }

    @Test
    void whoeverComesBackToATimeThatTheyHaveBookedIsToldSo(Screen screen) {
        TestProvider provider = clinic.aProvider().workingDaily("09:00", "12:00");
        screen.signIn(clinic.accounts().login(clinic.aPatient().id())).open("/app/find?name=" + nameOf(provider));
        times(screen).first().click();
        screen.awaitPath("/app/book").settle();
        String confirmation = screen.path();
        screen.button("Book").click();
        assertThat(screen.heading("Booked")).isVisible();
        String booked = screen.path();

        screen.expectAnswer(409, "/holds").open(confirmation);

        assertThat(screen.heading("Booked")).isVisible();
        assertThat(screen.path()).isEqualTo(booked);
        assertThat(booked(provider)).hasSize(1);
    }

    /** R-BOOK-10, on a screen whose clock runs ahead. */
    @Test
    void aTimeThatIsKeptNoLongerIsSaidAndCanBeKeptAgain(Screen screen) {
        TestProvider provider = clinic.aProvider().workingDaily("09:00", "12:00");
        screen.page().clock().install();
        screen.signIn(clinic.accounts().login(clinic.aPatient().id())).open("/app/find?name=" + nameOf(provider));
        times(screen).first().click();
        Locator timer = screen.page().getByRole(AriaRole.TIMER);
        assertThat(timer).hasText(Pattern.compile("Kept for you for (4:\\d\\d|5:00)"));
        screen.field("Reason for the visit (optional)").fill("A cough");

        screen.page().clock().fastForward("03:01");
        assertThat(screen.page().locator("#announcements"))
                .hasText("The time is kept for you for another 2:00 minutes.");
        assertThat(screen.page().locator("#announcements")).hasAttribute("lang", "en");
        assertThat(timer).hasText(Pattern.compile("1:\\d\\d"));
        screen.page().clock().fastForward("02:00");

        assertThat(screen.alert()).containsText("The time is no longer kept for you");
        assertThat(timer).hasCount(0);
        assertThat(screen.button("Book")).hasCount(0);
        screen.settle();
        Axe.check(screen);

        clinic.database().update("UPDATE holds SET expires_at = now() WHERE provider_id = ?", provider.id());
        screen.button("Keep it for me again").click();
        assertThat(timer).hasText(Pattern.compile("(4:\\d\\d|5:00)"));
        screen.button("Book").click();
        assertThat(screen.heading("Booked")).isVisible();
        assertThat(booked(provider)).containsExactly("A cough");
    }

    /** R-AVAIL-6, R-BOOK-10: what is kept with one provider is not offered with another, and the page says why. */
    @Test
    void aTimeThatIsKeptElsewhereIsToldAndNotOffered(Screen screen) {
        TestProvider provider = clinic.aProvider().workingMondays("09:00", "12:00");
        TestProvider other = clinic.aProvider().workingMondays("09:00", "12:00");
        TestPatient patient = clinic.aPatient();
        patient.api()
                .post("/holds", Json.object("providerId", other.id(), "start", other.mondayAt("10:00")))
                .expect(201);

        screen.signIn(clinic.accounts().login(patient.id()))
                .open("/app/times/" + provider.id() + "?day=" + provider.monday())
                .settle();

        assertThat(screen.page().locator("m-slot-picker li.busy"))
                .hasText(Pattern.compile("10:00–10:30\\s+This time with Pro Vider-\\S+ is kept for you\\."));
        assertThat(screen.button("10:00")).hasCount(0);
        assertThat(screen.button("10:30")).isVisible();
        Axe.check(screen);
    }

    /** R-BOOK-10: who keeps three times sees them, and lets one go for another. */
    @Test
    void whoKeepsTooManyTimesLetsOneGo(Screen screen) {
        TestProvider provider = clinic.aProvider().workingMondays("09:00", "12:00");
        TestPatient patient = clinic.aPatient();
        for (String time : List.of("09:00", "09:30", "10:00")) {
            patient.api()
                    .post("/holds", Json.object("providerId", provider.id(), "start", provider.mondayAt(time)))
                    .expect(201);
        }
        screen.signIn(clinic.accounts().login(patient.id()))
                .expectAnswer(422, "/holds")
                .open("/app/book?provider=" + provider.id() + "&start=" + provider.mondayAt("11:00"));

        Locator kept = screen.page().locator("m-own-holds li");
        assertThat(kept).hasCount(3);
        Axe.check(screen);
        kept.filter(having("09:30")).getByRole(AriaRole.BUTTON).click();

        screen.button("Book").click();
        assertThat(screen.heading("Booked")).isVisible();
        assertThat(booked(provider)).hasSize(1);
        assertThat(patient.api().get("/holds").expect(200).json().get("items")).hasSize(2);
    }

    @Test
    void aHoldOfAnotherScreenGoesOnEvenWhereTheClockIsWrong(Screens screens) {
        TestProvider provider = clinic.aProvider().workingDaily("09:00", "12:00");
        Login login = clinic.accounts().login(clinic.aPatient().id());
        Screen one = screens.open().signIn(login).open("/app/find?name=" + nameOf(provider));
        times(one).last().click(); // the first may become too soon meanwhile
        one.awaitPath("/app/book").settle();
        Screen other = screens.open();
        long ahead = Clock.systemUTC().instant().plus(Duration.ofMinutes(20)).toEpochMilli();
        other.page().clock().install(new com.microsoft.playwright.Clock.InstallOptions().setTime(ahead));

        other.signIn(login).expectAnswer(409, "/holds").open(one.path());

        assertThat(other.page().getByRole(AriaRole.TIMER)).hasText(Pattern.compile("(4:\\d\\d|5:00)"));
        other.button("Book").click();
        assertThat(other.heading("Booked")).isVisible();
    }

    @Test
    void aPageThatIsLoadedAnewCountsOnNoHoldThatItWasLettingGo(Screen screen) {
        TestProvider provider = clinic.aProvider().workingDaily("09:00", "12:00");
        screen.page().addInitScript("""
                const send = globalThis.fetch;
                globalThis.fetch = (address, how) => (how?.keepalive ? new Promise(() => {}) : send(address, how));
                """);
        screen.signIn(clinic.accounts().login(clinic.aPatient().id())).open("/app/find?name=" + nameOf(provider));
        times(screen).first().click();
        screen.awaitPath("/app/book").settle();

        screen.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/holds")
                                && answer.request().method().equals("GET"),
                        () -> screen.page().reload());
        // what the page that was left had asked for, and only now comes through
        clinic.database().update("DELETE FROM holds WHERE provider_id = ?", provider.id());

        screen.button("Book").click();
        assertThat(screen.heading("Booked")).isVisible();
        assertThat(booked(provider)).hasSize(1);
    }

    @Test
    void aSearchStaysInTheAddress(Screen screen) {
        TestProvider provider = clinic.aProvider().workingDaily("09:00", "12:00");
        TestPatient patient = clinic.aPatient();
        screen.signIn(clinic.accounts().login(patient.id())).open("/app/find?name=Nobody-At-All");
        assertThat(screen.text("No provider here is called “Nobody-At-All”")).isVisible();
        screen.field("Provider's name").fill(nameOf(provider));
        screen.link("All times of Pro " + nameOf(provider)).click();
        screen.awaitPath("/app/times/" + provider.id()).settle();
        Axe.check(screen);
        screen.page().goBack();
        assertThat(screen.field("Provider's name")).hasValue(nameOf(provider));
        screen.page().reload();
        assertThat(screen.page().locator("article.offer")).containsText(nameOf(provider));
        screen.page().goForward();
        assertThat(screen.page().locator(".slots-days [aria-current=date]")).hasCount(1);
        assertThat(screen.path()).contains("day=");
    }

    @Test
    void whoeverLooksFromAnotherZoneSeesBothClocksOnTheDayOfAClockChange(Screens screens) {
        ZoneId own = ZoneId.of("America/New_York");
        LocalDate day = own.getRules()
                .nextTransition(Clock.systemUTC().instant())
                .getDateTimeBefore()
                .toLocalDate();
        TestProvider provider = clinic.aProvider().workingDaily("04:00", "09:00");
        String type = clinic.admin()
                .post(
                        "/appointment-types",
                        Json.object(
                                "name",
                                "Far ahead " + Clinic.unique(),
                                "durationMinutes",
                                60,
                                "slotIntervalMinutes",
                                60,
                                "maxHorizonDays",
                                300))
                .expect(201)
                .at("/id");
        Screen screen = screens.in(own.getId()).open();
        screen.signIn(clinic.accounts().login(clinic.aPatient().id()));
        screen.open("/app/times/%s?type=%s&day=%s".formatted(provider.id(), type, day));
        assertThat(screen.page().locator(".times button")).hasCount(5);
        for (String time : List.of("04:00", "05:00", "06:00", "07:00", "08:00")) {
            Instant start = provider.at(day, time);
            String theirs = DateTimeFormatter.ofPattern("HH:mm").format(start.atZone(own));
            String shown = start.atZone(own).toLocalDate().equals(day) ? theirs : "Sat " + theirs;
            assertThat(screen.page().locator("[data-start='%s']".formatted(start)))
                    .hasText(List.of(time + " " + shown + " your time").toArray(String[]::new));
        }
    }

    @Test
    void booksInSwahili(Screens screens) {
        TestProvider provider = clinic.aProvider().workingDaily("09:00", "12:00");
        Screen screen = screens.speaking("sw-KE").on(Viewport.PHONE).dark().open();
        screen.signIn(clinic.accounts().login(clinic.aPatient().id())).open("/app/find?name=" + nameOf(provider));
        times(screen).first().click();
        screen.button("Weka miadi").click();
        assertThat(screen.heading("Miadi imewekwa")).isVisible();
        assertThat(screen.page().locator("html")).hasAttribute("lang", "sw");
        assertThat(screen.page().locator("body")).not().containsText(Pattern.compile("\\b(find|book|slots)\\.\\w"));
    }

    private static Locator times(Screen screen) {
        return screen.page().locator("article.offer [data-start]");
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private List<String> booked(TestProvider provider) {
        return clinic.database().texts("SELECT reason FROM appointments WHERE provider_id = ?", provider.id());
    }

    private String nameOf(TestProvider provider) {
        return clinic.admin().get("/providers/" + provider.id()).expect(200).at("/lastName");
    }
}
