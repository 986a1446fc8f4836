package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** Staff book for patients: at offered times, and at any time with a reason that is kept (R-BOOK-4). */
@InBrowser
class BookForBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider().workingMondaysAhead("08:00", "16:00");

    /** A patient whom the provider sees, since they have an appointment at eight. */
    private TestPatient known() {
        TestPatient patient = clinic.aPatient();
        clinic.admin()
                .post(
                        "/appointments",
                        Json.object(
                                "providerId",
                                provider.id(),
                                "patientId",
                                patient.id(),
                                "start",
                                provider.mondayAt("08:00")))
                .expect(201);
        return patient;
    }

    private Answer appointmentsOf(TestPatient patient) {
        return clinic.admin().get("/appointments?order=desc&patientId=" + patient.id());
    }

    @Test
    void aProviderFindsAPatientAndBooksAFreeTime(Screens screens) {
        TestPatient patient = known();
        String name = clinic.admin().get("/patients/" + patient.id()).at("/lastName");
        Screen screen = screens.on(Viewport.PHONE).open();
        screen.signIn(clinic.accounts().login(provider.id()))
                .open("/app/patients")
                .settle();
        Axe.check(screen);
        screen.field("Find a patient").fill(name);
        screen.field("Find a patient").press("Enter");
        screen.link("Pat " + name).click();
        screen.awaitPath("/app/patients/" + patient.id()).settle();
        Axe.check(screen);

        screen.open("/app/book-for").settle();
        Locator search = screen.role(AriaRole.COMBOBOX, "Patient");
        search.pressSequentially(name);
        assertThat(screen.page().locator(".combobox [role='option']")).hasCount(1);
        search.press("ArrowDown");
        search.press("Enter");
        assertThat(search).hasValue("Pat " + name);
        screen.button("10:00").click();
        Axe.check(screen, ".book-for");
        screen.button("Book").dblclick();

        assertThat(screen.heading("The appointment is booked")).isVisible();
        assertThat(appointmentsOf(patient).json().get("items")).hasSize(2);
    }

    @Test
    void outsideTheWorkingHoursAReasonIsAskedForAndKept(Screen screen) {
        TestPatient patient = known();
        screen.signIn(clinic.accounts().login(provider.id()))
                .open("/app/book-for?patient=" + patient.id())
                .settle();
        screen.field("Any time, with a reason").check();
        screen.field("Day").fill(provider.monday().toString());
        screen.field("Time").fill("2030");
        screen.field("Time").press("Tab");
        assertThat(screen.text("It lies outside the working hours.")).isVisible();
        Axe.check(screen);

        screen.button("Book it all the same").click();
        assertThat(screen.text("Fill this in.")).isVisible();
        screen.field("Why book it all the same?").fill("Cannot come by day");
        screen.button("Book it all the same").click();

        assertThat(screen.heading("The appointment is booked")).isVisible();
        Answer booked = appointmentsOf(patient);
        assertThat(booked.at("/items/0/start"))
                .isEqualTo(provider.mondayAt("20:30").toString());
        assertThat(clinic.admin()
                        .get("/appointments/" + booked.at("/items/0/id") + "/history")
                        .at("/items/0/overrideReason"))
                .isEqualTo("Cannot come by day");
    }

    /** R-AVAIL-6: for whom it is decides what is offered, also where a time is chosen before the patient. */
    @Test
    void whereThePatientIsElsewhereNothingIsOffered(Screen screen) {
        TestPatient patient = known();
        TestProvider other = clinic.aProvider().workingMondays("08:00", "16:00");
        new TestVisits(clinic).booked(patient, other, provider.mondayAt("10:00"), "An ear");
        String name = clinic.admin().get("/patients/" + patient.id()).at("/lastName");
        screen.signIn(clinic.accounts().adminLogin())
                .open("/app/book-for?provider=" + provider.id())
                .settle();
        screen.field("Day").fill(provider.monday().toString());
        screen.button("10:00").click();
        assertThat(screen.button("10:00")).hasCSS("background-color", "rgb(15, 107, 100)"); // with the focus, too
        screen.role(AriaRole.COMBOBOX, "Patient").pressSequentially(name);
        screen.page().locator(".combobox [role='option']").click();

        assertThat(screen.page().locator(".note.warn")).hasText("10:00 can no longer be taken. Choose another time.");
        assertThat(screen.button("10:00")).hasCount(0);
        assertThat(screen.page().locator("m-slot-picker li.busy").last())
                .containsText("The patient is with Pro Vider-");
        screen.button("Book").click();
        assertThat(screen.text("Choose a time first.")).isVisible();
        Axe.check(screen, ".book-for");
    }

    @Test
    void nobodyBooksOverAnotherAppointment(Screen screen) {
        TestPatient patient = known();
        screen.signIn(clinic.accounts().adminLogin())
                .open("/app/book-for?provider=" + provider.id() + "&patient=" + patient.id() + "&start="
                        + provider.mondayAt("08:00"))
                .settle();

        assertThat(screen.text("Another appointment takes this time.")).isVisible();
        assertThat(screen.button("Book it all the same")).isDisabled();
    }

    @Test
    void anAdminOpensAFileBooksAndErasesIt(Screen screen) {
        String name = "Odd-" + Clinic.unique();
        screen.signIn(clinic.accounts().adminLogin())
                .open("/app/book-for?provider=" + provider.id())
                .settle();
        screen.button("New patient").click();
        screen.field("First name").fill("Otieno");
        screen.field("Last name").fill(name);
        screen.button("Save").click();
        assertThat(screen.role(AriaRole.COMBOBOX, "Patient")).hasValue("Otieno " + name);
        screen.button("11:00").click();
        screen.button("Book").click();
        assertThat(screen.heading("The appointment is booked")).isVisible();

        screen.button("To the patient's file").click();
        assertThat(screen.heading("Otieno " + name)).isVisible();
        screen.settle();
        Axe.check(screen);
        String number = screen.page().locator("dl.facts dd").first().textContent();
        screen.button("Erase…").click();
        Locator typed = screen.field("Type the patient number " + number);
        typed.fill("PAT-0");
        screen.button("Erase for good").click();
        assertThat(screen.text("This is not " + number)).isVisible();
        typed.fill(number);
        screen.button("Erase for good").click();
        screen.awaitPath("/app/patients");
        screen.field("Find a patient").fill(number);
        screen.field("Find a patient").press("Enter");
        assertThat(screen.text("Nobody is found.")).isVisible();
    }

    /** What is said below a field stays while the pointer is on its way: the first click counts. */
    @Test
    void nothingMovesFromUnderThePointer(Screen screen) {
        screen.signIn(clinic.accounts().login(provider.id()))
                .open("/app/book-for")
                .settle();
        screen.role(AriaRole.COMBOBOX, "Patient").pressSequentially("Nobody-" + Clinic.unique());
        assertThat(screen.text("Nobody is found.")).isVisible();
        screen.button("New patient").click(new Locator.ClickOptions().setDelay(300));
        assertThat(screen.field("First name")).isVisible();
        screen.button("Close").click();

        screen.field("Any time, with a reason").check();
        screen.field("Day").fill(provider.monday().toString());
        screen.field("Time").pressSequentially("2030");
        assertThat(screen.text("It lies outside the working hours.")).isVisible();
        assertThat(screen.field("Time")).isFocused();
    }

    @Test
    void aClickIntoTheCalendarBooksThatTimeAndLeadsBackToItsDay(Screen screen) {
        TestPatient patient = known();
        String name = clinic.admin().get("/patients/" + patient.id()).at("/lastName");
        screen.signIn(clinic.accounts().login(provider.id()))
                .open("/app/calendar?date=" + provider.monday())
                .settle();
        Locator column = screen.page().locator(".agenda-column");
        double hour = column.boundingBox().height / 8; // 08:00 to 16:00
        column.click(new Locator.ClickOptions().setPosition(200, 3 * hour + 2));
        screen.button("Book at 11:00").click();

        assertThat(screen.field("A free time")).isChecked();
        assertThat(screen.role(AriaRole.BUTTON, "11:00")).hasAttribute("aria-pressed", "true");
        Locator search = screen.role(AriaRole.COMBOBOX, "Patient");
        assertThat(search).isFocused();
        search.pressSequentially(name);
        assertThat(screen.page().locator(".combobox [role='option']")).hasCount(1);
        search.press("ArrowDown");
        search.press("Enter");
        screen.button("Book").click();

        assertThat(screen.heading("The appointment is booked")).isVisible();
        assertThat(appointmentsOf(patient).at("/items/0/start"))
                .isEqualTo(provider.mondayAt("11:00").toString());
        screen.button("To the calendar").click();
        screen.awaitPath("/app/calendar").settle();
        assertThat(screen.path()).contains("date=" + provider.monday());
        assertThat(screen.page().locator("a.visit")).hasCount(2);
    }
}
