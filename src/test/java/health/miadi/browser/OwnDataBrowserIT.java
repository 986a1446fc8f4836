package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Login;
import health.miadi.testing.SignedUp;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** What a patient reads, corrects and takes along of what the clinic holds. */
@InBrowser
class OwnDataBrowserIT {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>مرحبا😀" + "W".repeat(60);

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestVisits visits = new TestVisits(clinic);
    private final TestPatient patient = clinic.aPatient();

    @Test
    void patientAndProviderReadARecordWithItsVersions(Screen own, Screens screens) {
        TestProvider provider = clinic.aProvider();
        Answer visit = visits.booked(patient, provider, TestVisits.hoursFromNow(-3), "An ear");
        Answer record = TestVisits.recorded(
                provider, visit, Json.object("diagnosis", "Otitis", "notes", "First line\nSecond line"));
        provider.api()
                .ifMatch(record.etag())
                .put(TestVisits.path(visit) + "/record", Json.object("diagnosis", "Acute otitis media"))
                .expect(200);

        own.signIn(clinic.accounts().login(patient.id())).open("/app/records");
        own.field("Diagnosis").fill("OTITIS MEDIA");
        own.button("Search").click();
        own.page().locator("summary").getByText("Acute otitis media").click();
        own.text("One earlier version").click();
        assertThat(own.page().locator(".version .lines").last()).hasText("First line\nSecond line");
        Axe.check(own);
        own.link("See the visit").click();
        own.awaitPath(TestVisits.page(visit));
        assertThat(own.page().locator("m-record dd").first()).hasText("Acute otitis media");

        Screen theirs = screens.on(Viewport.PHONE).open();
        theirs.signIn(clinic.accounts().login(provider.id())).open("/app/records");
        assertThat(theirs.page().locator("main details summary").first()).containsText("Pat Ient");
        looksRight(theirs);
    }

    @Test
    void aCoverIsAddedChangedAndRemoved(Screen screen) {
        String number = "B-" + Clinic.unique();
        screen.signIn(clinic.accounts().login(patient.id())).open("/app/covers");
        screen.button("Add a cover").click();
        screen.field("Insurer").fill(HOSTILE);
        screen.field("Policy number").fill(number);
        screen.field("Last valid day").fill("2020-01-01");
        screen.button("Save").click();
        assertThat(screen.page().locator("#editor-expiryDate-fault")).isVisible();
        screen.field("Last valid day").fill("2199-12-31");
        screen.button("Save").click();
        Locator card = screen.page().locator(".cover");
        assertThat(card).containsText(HOSTILE);
        assertThat(card).containsText("Valid");
        looksRight(screen);

        screen.button("Add a cover").click();
        screen.field("Insurer").fill("Another");
        screen.field("Policy number").fill(number.toLowerCase());
        screen.field("Last valid day").fill("2199-12-31");
        screen.expectAnswer(409, "/insurance").button("Save").click();
        assertThat(screen.alert()).hasText(screen.messages().text("cover.duplicate"));
        Axe.check(screen, "dialog[open]");
        screen.button("Close").click();

        card.getByText("Change").click();
        screen.field("Insurer").fill("Jubilee");
        screen.button("Save").click();
        assertThat(card.locator("h2")).hasText("Jubilee");
        card.getByText("Change").click();
        screen.button("Remove").click();
        screen.button("Yes, remove this cover").click();
        assertThat(screen.text(screen.messages().text("cover.none"))).isVisible();
    }

    @Test
    void oneselfIsCorrectedExportedAndGetsANewPassword(Screens screens) throws IOException {
        Login login = clinic.accounts().login(patient.id());
        Screen screen = screens.on(Viewport.PHONE).open().signIn(login).open("/app/profile");
        screen.field("First name").fill(HOSTILE);
        screen.field("Phone (optional)").fill("no phone");
        screen.expectAnswer(400, "/patients/").button("Save").click();
        assertThat(screen.page().locator("#field-phone-fault")).isVisible();
        assertThat(screen.field("First name")).hasValue(HOSTILE);
        screen.field("Phone (optional)").fill("+254 712 345 678");
        screen.button("Save").click();
        assertThat(screen.page().locator("m-own-details .note.good")).isVisible();
        looksRight(screen);

        Download file = screen.page()
                .waitForDownload(() -> screen.button("Download my data").click());
        assertThat(file.suggestedFilename()).endsWith(".json");
        try (InputStream content = file.createReadStream()) {
            JsonNode export = new ObjectMapper().readTree(content);
            assertThat(export.at("/person/firstName").textValue()).isEqualTo(HOSTILE);
        }

        screen.field("Present password").fill("not the right one");
        screen.field("New password").fill("another quiet river");
        screen.expectAnswer(400, "/auth/password").button("Change the password").click();
        assertThat(screen.page().locator("#field-currentPassword-fault")).isVisible();
        screen.field("Present password").fill(login.password());
        screen.button("Change the password").click();
        assertThat(screen.page().locator("m-password .note.good")).isVisible();
        screen.page().reload();
        assertThat(screen.heading("Password")).isVisible();
        screens.open().signIn(new Login(login.username(), "another quiet river"));
    }

    /** R-PERS-5. */
    @Test
    void anotherAddressTakesThePasswordAndSignsIn(Screens screens) {
        SignedUp person = SignedUp.at(clinic);
        String wanted = "wanted-" + Clinic.unique() + "@example.org";
        Screen screen = screens.on(Viewport.PHONE)
                .open()
                .signIn(new Login(person.email(), SignedUp.PASSWORD))
                .open("/app/profile");
        Locator password = screen.field("Your password, for the new address");
        screen.field("E-mail (optional)").fill(wanted);
        password.fill("not the right one");
        looksRight(screen);
        screen.expectAnswer(400, "/patients/").button("Save").click();
        assertThat(screen.page().locator("#field-address-password-fault"))
                .hasText(screen.messages().text("profile.password.wrong"));
        password.fill(SignedUp.PASSWORD);
        screen.button("Save").click();
        assertThat(screen.page().locator("m-own-details .note.good")).isVisible();
        assertThat(password).hasCount(0);
        assertThat(screen.page().locator("m-profile dd").first()).hasText(wanted);
        screens.open().signIn(new Login(wanted, SignedUp.PASSWORD));
    }

    private static void looksRight(Screen screen) {
        Axe.check(screen);
        assertThat(screen.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("no wider than the screen")
                .isEqualTo(true);
    }
}
