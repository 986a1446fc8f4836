package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;

/** What a patient does about visits that are booked (R-BOOK-8, -9, -11). */
@InBrowser
class VisitsBrowserIT {
    private static final String HOSTILE =
            "<img src=x onerror=alert(1)>\nsecond line " + "W".repeat(200) + " \u202Eمرحبا\u202C 😀";

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestVisits visits = new TestVisits(clinic);
    private final TestProvider provider = clinic.aProviderIn("Africa/Nairobi").workingMondays("09:00", "12:00");
    private final TestPatient patient = clinic.aPatient();

    private Screen signedIn(Screen screen) {
        return screen.signIn(clinic.accounts().login(patient.id()));
    }

    private Locator slot(Screen screen, Instant start) {
        return screen.page().locator("m-slot-picker button[data-start=\"" + start + "\"]");
    }

    private Instant startOf(Answer visit) {
        return Instant.parse(visits.now(visit).at("/start"));
    }

    @Test
    void aVisitIsSeenAmendedMovedTakenToTheCalendarAndCancelled(Screens screens) throws IOException, ParserException {
        Answer visit = visits.booked(patient, provider, provider.mondayAt("09:00"), HOSTILE);
        Screen screen = signedIn(screens.on(Viewport.PHONE).in("Asia/Kolkata").open());
        screen.open("/app/visits");
        Locator card = screen.page().locator("a.visit-card");
        assertThat(card).containsText("09:00–09:30");
        assertThat(card).containsText("11:30–12:00 your time");
        assertThat(card).containsText("Scheduled");
        assertThat(screen.text(screen.messages().text("visit.past.none"))).isVisible();
        looksRight(screen);

        card.click();
        assertThat(screen.page().locator("dd.lines")).hasText(HOSTILE);
        looksRight(screen);
        screen.button("Change reason or insurance").click();
        screen.field("Reason (optional)").fill("A cough\nfor a week");
        screen.button("Save").click();
        assertThat(screen.page().locator("dd.lines")).hasText("A cough\nfor a week");

        screen.button("Move").click();
        slot(screen, provider.mondayAt("10:30")).click();
        looksRight(screen);
        screen.button("Move the visit").click();
        assertThat(screen.page().locator(".note.good"))
                .hasText(screen.messages().text("visit.done.moved"));
        assertThat(screen.page().locator(".former")).containsText("09:00–09:30");
        assertThat(startOf(visit)).isEqualTo(provider.mondayAt("10:30"));

        assertThat(calendarStart(screen.page()
                        .waitForDownload(() -> screen.button("Add to calendar").click())))
                .isEqualTo(provider.mondayAt("10:30").toString().replaceAll("[-:]", ""));

        screen.button("Cancel the visit").click();
        screen.field("Why? (optional)").fill("I am well again");
        Axe.check(screen, "dialog[open]");
        screen.button("Yes, cancel it").click();
        assertThat(screen.page().locator(".note.good"))
                .hasText(screen.messages().text("visit.done.cancelled"));
        assertThat(screen.page().locator("ol.history li").last()).containsText("I am well again");
        assertThat(screen.button("Cancel the visit")).hasCount(0);
        assertThat(visits.now(visit).at("/status")).isEqualTo("cancelled");
        assertThat(calendarStart(screen.page().waitForDownload(() -> screen.button("Withdraw from calendar")
                        .click())))
                .isEqualTo(provider.mondayAt("10:30").toString().replaceAll("[-:]", ""));
    }

    /** R-AVAIL-6: a visit is not in its own way, and another one of the patient is. */
    @Test
    void aVisitMovesByAQuarterOfAnHourAndNotOntoAnotherOne(Screen screen) {
        Answer visit = visits.booked(patient, provider, provider.mondayAt("10:00"), "A cough");
        TestProvider other = clinic.aProviderIn("Africa/Nairobi").workingMondays("09:00", "12:00");
        visits.booked(patient, other, provider.mondayAt("11:00"), "An ear");

        signedIn(screen).open(TestVisits.page(visit) + "/move");

        assertThat(slot(screen, provider.mondayAt("10:15"))).isVisible();
        assertThat(slot(screen, provider.mondayAt("11:00"))).hasCount(0);
        Locator busy = screen.page().locator("m-slot-picker li.busy");
        assertThat(busy).hasCount(1);
        assertThat(busy).containsText("11:00–11:30");
        assertThat(busy).containsText("You are with Pro Vider-");
        assertThat(screen.text("The visit keeps its length: 30 minutes.")).isVisible();
        Axe.check(screen);
    }

    /** R-BOOK-9: to another provider as well. */
    @Test
    void aVisitMovesToAnotherProvider(Screen screen) {
        Answer visit = visits.booked(patient, provider, provider.mondayAt("10:00"), "A cough");
        TestProvider other = clinic.aProviderIn("Asia/Kolkata").workingMondays("09:00", "12:00");
        String name = clinic.admin().get("/providers/" + other.id()).at("/lastName");
        signedIn(screen).open(TestVisits.page(visit) + "/move").settle();

        Locator with = screen.role(AriaRole.COMBOBOX, "With whom");
        with.fill(name);
        screen.page().locator(".combobox [role='option']").click();
        slot(screen, other.mondayAt("09:30")).click();
        assertThat(screen.page().locator("dialog[open] dl")).containsText(name);
        screen.button("Move the visit").click();

        assertThat(screen.page().locator(".note.good"))
                .hasText(screen.messages().text("visit.done.moved"));
        assertThat(visits.now(visit).at("/providerId")).isEqualTo(other.id().toString());
        assertThat(startOf(visit)).isEqualTo(other.mondayAt("09:30"));
    }

    @Test
    void whoIsTooLateIsToldWhyAndWhatToDo(Screen screen) {
        Answer soon = visits.booked(patient, provider, TestVisits.hoursFromNow(5), "Soon");
        signedIn(screen).open(TestVisits.page(soon));

        assertThat(screen.text("until 24 hours before it begins")).isVisible();
        assertThat(screen.button("Move")).hasCount(0);
        assertThat(screen.button("Cancel the visit")).hasCount(0);
        Axe.check(screen);
        screen.open(TestVisits.page(soon) + "/move");
        assertThat(screen.text("until 24 hours before it begins")).isVisible();
    }

    /** R-BOOK-7a. */
    @Test
    void whoBookedByMistakeCancelsAtOnceWhateverTheNotice(Screen screen) {
        TestProvider daily = clinic.aProviderIn("Africa/Nairobi").workingDaily("00:00", "24:00");
        Answer soon = patient.api()
                .post(
                        "/appointments",
                        Json.object(
                                "providerId",
                                daily.id(),
                                "patientId",
                                patient.id(),
                                "start",
                                TestVisits.hoursFromNow(3)))
                .expect(201);
        signedIn(screen).open(TestVisits.page(soon));

        assertThat(screen.text("You have only just booked this visit")).isVisible();
        assertThat(screen.button("Move")).hasCount(0);
        screen.button("Cancel the visit").click();
        screen.button("Yes, cancel it").click();

        assertThat(screen.page().locator(".note.good"))
                .hasText(screen.messages().text("visit.done.cancelled"));
        assertThat(visits.now(soon).at("/status")).isEqualTo("cancelled");
    }

    @Test
    void aClockThatIsSlowDoesNotDecide(Screen screen) {
        Answer soon = visits.booked(patient, provider, TestVisits.hoursFromNow(5), "Soon");
        signedIn(screen)
                .page()
                .clock()
                .setFixedTime(TestVisits.hoursFromNow(-48).toEpochMilli());
        screen.open(TestVisits.page(soon)).expectAnswer(422, "/cancel");
        screen.button("Cancel the visit").click();
        screen.button("Yes, cancel it").click();

        assertThat(screen.text(screen.messages().text("visit.late.refused")).first())
                .isVisible();
        assertThat(screen.text("until 24 hours before it begins")).isVisible();
        assertThat(screen.button("Cancel the visit")).hasCount(0);
        assertThat(visits.now(soon).at("/status")).isEqualTo("scheduled");
    }

    @Test
    void whatWasChangedOnAnotherScreenIsShownAndNotWrittenOver(Screen one, Screen other) {
        Answer visit = visits.booked(patient, provider, provider.mondayAt("09:00"), "First");
        signedIn(one).open(TestVisits.page(visit));
        signedIn(other).open(TestVisits.page(visit));
        one.button("Change reason or insurance").click();
        other.button("Cancel the visit").click();
        one.field("Reason (optional)").fill("Second");
        one.button("Save").click();
        assertThat(one.page().locator("dd.lines")).hasText("Second");

        other.expectAnswer(412, "/cancel").button("Yes, cancel it").click();

        assertThat(other.page().locator(".note.warn")).hasText(other.messages().text("shell.stale"));
        assertThat(other.page().locator("dd.lines")).hasText("Second");
        other.button("Cancel the visit").click();
        other.button("Yes, cancel it").click();
        assertThat(other.page().locator(".note.good")).hasText(other.messages().text("visit.done.cancelled"));
    }

    @Test
    void whoFindsTheNewTimeTakenIsShownTheNextOnes(Screen screen) {
        Answer visit = visits.booked(patient, provider, provider.mondayAt("09:00"), "Moving");
        signedIn(screen).open(TestVisits.page(visit) + "/move");
        slot(screen, provider.mondayAt("10:30")).click();
        clinic.aPatient()
                .api()
                .post("/appointments", Json.object("providerId", provider.id(), "start", provider.mondayAt("10:30")))
                .expect(201);

        screen.expectAnswer(409, "/reschedule").button("Move the visit").click();

        assertThat(screen.alert()).hasText(screen.messages().text("problem.slot-taken"));
        Axe.check(screen, "dialog[open]");
        screen.page().locator(".next-starts button").first().click();
        screen.button("Move the visit").click();
        screen.awaitPath(TestVisits.page(visit));
        assertThat(startOf(visit)).isNotEqualTo(provider.mondayAt("09:00"));
    }

    /** When the event of an iCalendar file begins, as a reader that is not ours understands it. */
    private static String calendarStart(Download file) throws IOException, ParserException {
        try (InputStream content = file.createReadStream()) {
            return new CalendarBuilder()
                    .build(content).getComponents(Component.VEVENT).stream()
                            .flatMap(event -> event.getProperty(Property.DTSTART).stream())
                            .map(Property::getValue)
                            .collect(joining());
        }
    }

    private static void looksRight(Screen screen) {
        Axe.check(screen);
        assertThat(screen.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("no wider than the screen")
                .isEqualTo(true);
    }

    @Test
    void whatIsCancelledIsNotComingUp(Screen screen) {
        Answer visit = visits.booked(patient, provider, provider.mondayAt("09:00"), "A cough");
        patient.api()
                .ifMatch(visit.etag())
                .post(TestVisits.path(visit) + "/cancel")
                .expect(200);
        signedIn(screen).open("/app/visits");

        assertThat(screen.text("Nothing is coming up.")).isVisible();
        assertThat(screen.heading("Cancelled")).isVisible();
        screen.settle();
        Axe.check(screen);
        screen.page().locator("a.visit-card").click();
        assertThat(screen.button("Withdraw from calendar")).isVisible();
        screen.text("Book again").click();
        screen.awaitPath("/app/times/" + provider.id());
        assertThat(screen.page().locator("m-slot-picker .times button").first()).isVisible();
    }
}
