package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Login;
import health.miadi.testing.SignedUp;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An admin runs the clinic from the browser. */
@InBrowser
class AdminBrowserIT {
    private static final String NEW_PASSWORD = "seven green boats at noon";

    /** What is chosen, in light: also with the focus on it. */
    private static final String CHOSEN = "rgb(15, 107, 100)";

    private final Clinic clinic = Clinic.ofTheSuite();

    @Test
    void aProviderIsTakenOnChangedAndRemoved(Screen screen) {
        String name = "Wanjiru" + Clinic.unique();
        signIn(screen).open("/app/providers");
        screen.button("Add a provider").click();
        screen.button("Save").click();
        assertThat(screen.text("Give one name at least.")).isVisible();
        assertThat(screen.text("Fill this in.")).isVisible();
        screen.field("First name").fill("Amina");
        screen.field("Profession").fill("nurse");
        screen.field("Last name").fill(name);
        screen.field("Time zone").selectOption("Africa/Nairobi");
        Axe.check(screen);
        save(screen);

        screen.field("Search").fill(name);
        screen.button("Search").click();
        screen.button("Amina " + name).click();
        screen.field("Profession").fill("midwife");
        screen.field("State").last().selectOption("false");
        save(screen);
        assertThat(screen.role(AriaRole.CELL, "Midwife")).isVisible();
        assertThat(screen.role(AriaRole.CELL, "Takes no appointments")).isVisible();
        screen.page().reload();
        assertThat(screen.role(AriaRole.CELL, "Midwife")).isVisible();
        Axe.check(screen);

        screen.button("Amina " + name).click();
        screen.button("Remove").click();
        screen.button("Yes, remove this provider").click();
        assertThat(screen.text("Nothing found.")).isVisible();
    }

    /** ADR 0038: who takes no appointments any more leaves visits, which are named where that was said. */
    @Test
    void whomADeactivatedProviderLeavesWaitingIsSaidAndLeadsToThem(Screen screen) {
        TestProvider provider = clinic.aProvider().workingMondays("08:00", "12:00");
        clinic.aPatient()
                .api()
                .post("/appointments", Json.object("providerId", provider.id(), "start", provider.mondayAt("09:00")))
                .expect(201);
        String name = clinic.admin().get("/providers/" + provider.id()).at("/lastName");
        signIn(screen).open("/app/providers?search=" + name).settle();

        screen.button("Pro " + name).click();
        screen.field("State").last().selectOption("false");
        save(screen);

        assertThat(screen.alert()).containsText("one appointment lies outside the working hours");
        Axe.check(screen);
        screen.alert().getByRole(AriaRole.BUTTON).click();
        screen.awaitPath("/app/hours/stranded");
        assertThat(screen.text("0 of 1 settled")).isVisible();

        screen.open("/app/providers?search=" + name).settle();
        screen.button("Pro " + name).click();
        screen.field("State").last().selectOption("true");
        save(screen);
        assertThat(screen.role(AriaRole.CELL, "Takes appointments")).isVisible();
        assertThat(screen.alert()).hasCount(0);
    }

    /** R-PERS-5, as the migration leaves it where a former release let the two part. */
    @Test
    void anAddressThatSignsInAsWellIsSaid(Screen screen) {
        SignedUp patient = SignedUp.at(clinic);
        String former = "former-" + patient.email();
        clinic.database()
                .update(
                        "INSERT INTO email_addresses (address, user_id) VALUES (?, CAST(? AS uuid))",
                        former,
                        patient.registered().at("/user/id"));
        signIn(screen).open("/app/users?search=" + patient.email()).settle();
        assertThat(screen.text("Also signs in with " + former)).isVisible();
        Axe.check(screen);
    }

    @Test
    void whatAnotherAdminChangedMeanwhileIsShownAndNotWrittenOver(Screen screen) {
        String name = "Type " + Clinic.unique();
        var type = clinic.admin()
                .post("/appointment-types", Json.object("name", name, "durationMinutes", 20))
                .expect(201);
        signIn(screen).open("/app/types");
        screen.button(name).click();
        screen.field("Duration, in minutes").fill("25");
        clinic.admin()
                .ifMatch(type.etag())
                .put("/appointment-types/" + type.at("/id"), Json.object("name", name, "durationMinutes", 40))
                .expect(200);
        screen.expectAnswer(412, "/appointment-types");
        screen.button("Save").click();
        assertThat(screen.alert()).containsText("Somebody changed this meanwhile");
        assertThat(screen.field("Duration, in minutes")).hasValue("40");
        Axe.check(screen);
        screen.field("Duration, in minutes").fill("45");
        screen.button("Save").click();
        Locator row = screen.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
        assertThat(row).containsText("45 minutes");
        screen.button(name).click();
        screen.button("Remove").click();
        screen.button("Yes, remove this type").click();
        assertThat(screen.button(name)).hasCount(0);
    }

    @Test
    @DisplayName(
            "R-PERS-6: an admin adds a word that patients say, and patients find the provider by it until it is removed")
    void patientsFindAProviderByAWordThatAnAdminAdds(Screen screen, Screens screens) {
        String skill = "Podiatry-" + Clinic.unique();
        String name = practising(clinic.aProvider().workingDaily("00:00", "24:00"), skill);
        String word = "bunions" + Clinic.unique();
        signIn(screen).open("/app/synonyms");
        screen.button("Add a word").click();
        screen.button("Save").click();
        assertThat(screen.text("Fill this in.").first()).isVisible();
        screen.field("Patients say").fill("Sore " + word);
        assertThat(screen.page().locator("datalist option[value='" + skill + "']"))
                .hasCount(1);
        screen.field("Specialization or profession").fill(skill.toUpperCase(Locale.ROOT));
        Axe.check(screen);
        save(screen);
        assertThat(screen.button("Sore " + word)).isVisible();
        Axe.check(screen);

        Screen patient = screens.on(Viewport.PHONE)
                .open()
                .signIn(clinic.accounts().login(clinic.aPatient().id()))
                .open("/app/find");
        Locator offers = patient.page().locator("article.offer");
        patient.field("Provider's name").fill(word);
        assertThat(offers).hasCount(1);
        assertThat(offers).containsText(name);

        screen.button("Add a word").click();
        screen.field("Patients say").fill("SORE " + word);
        screen.field("Specialization or profession").fill(skill);
        screen.expectAnswer(409, "/synonyms");
        screen.button("Save").click();
        assertThat(screen.text("This word is here already, with this meaning.")).isVisible();
        assertThat(screen.field("Patients say")).isFocused();
        assertThat(screen.field("Patients say")).hasAttribute("aria-invalid", "true");
        screen.button("Close").click();

        screen.button("Sore " + word).click();
        screen.field("Patients say").fill("Flat " + word);
        save(screen);
        screen.button("Flat " + word).click();
        screen.button("Remove").click();
        screen.button("Yes, remove this word").click();
        assertThat(screen.button("Flat " + word)).hasCount(0);
        patient.page().reload();
        assertThat(patient.text("No provider here is called")).isVisible();
        assertThat(offers).hasCount(0);
    }

    @Test
    void anAccountIsOpenedAndItsOwnerSetsThePasswordWithACode(Screen screen, Screens screens) {
        UUID provider = clinic.aProviderWithoutAccount("Africa/Nairobi");
        String name = clinic.admin().get("/providers/" + provider).expect(200).at("/lastName");
        String username = "account." + Clinic.unique();
        signIn(screen).open("/app/users");
        screen.button("Add an account").click();
        screen.field("User name").fill(username);
        screen.button("Save").click();
        assertThat(screen.text("Choose whose account it is.")).isVisible();
        screen.role(AriaRole.COMBOBOX, "Person").fill(name);
        screen.page().getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION).waitFor();
        screen.page().keyboard().press("ArrowDown");
        Axe.check(screen);
        screen.page().keyboard().press("Enter");
        screen.button("Save").click();
        assertThat(screen.page().locator("output.code")).isVisible();
        screen.button("Close").click();

        screen.field("Search").fill(username);
        screen.button("Search").click();
        assertThat(screen.page().getByRole(AriaRole.ROW)).hasCount(2);
        Axe.check(screen);
        screen.button("Issue a code").click();
        String code = screen.page().locator("output.code").innerText();
        Axe.check(screen);

        Screen owner = screens.on(Viewport.PHONE).open().open("/app/forgot");
        owner.field("One-time code").fill(code);
        owner.field("New password").fill(NEW_PASSWORD);
        Axe.check(owner);
        owner.button("Set the new password").click();
        assertThat(owner.text("Your new password is set.")).isVisible();
        owner.button("Sign in").click();
        owner.field("E-mail or user name").fill(username);
        owner.field("Password").fill(NEW_PASSWORD);
        owner.button("Sign in").click();
        assertThat(owner.link("Working hours")).isVisible();
    }

    @Test
    void theOverviewShowsFiguresAsChartsAndAsTables(Screens screens) {
        clinic.aProvider().workingDaily("08:00", "12:00");
        Screen screen = signIn(screens.on(Viewport.PHONE).open());
        assertThat(screen.heading("Overview")).isVisible();
        screen.button("Next 14 days").click();
        assertThat(screen.button("Next 14 days")).isFocused();
        assertThat(screen.button("Next 14 days")).hasCSS("background-color", CHOSEN);
        assertThat(screen.heading("Appointments per day")).isVisible();
        Locator waiting = screen.page().locator("m-chart").last();
        assertThat(waiting.getByRole(AriaRole.IMG)).isVisible();
        waiting.getByText("The numbers as a table").click();
        assertThat(waiting.getByRole(AriaRole.ROWHEADER).first()).isVisible();
        Axe.check(screen);
        screen.page().reload();
        assertThat(screen.button("Next 14 days")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void theTrailShowsWhatWasDoneAndThatItHolds(Screen screen) {
        Login admin = clinic.accounts().adminLogin();
        screen.signIn(admin).open("/app/audit?entity=user");
        assertThat(screen.role(AriaRole.CELL, "Signed in").first()).isVisible();
        Locator own =
                screen.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(admin.username()));
        assertThat(own.first().getByRole(AriaRole.CELL).first()).hasText(admin.username() + " Administrator");
        screen.field("To what").selectOption("audit");
        screen.button("Show").click();
        assertThat(screen.role(AriaRole.CELL, "Signed in")).hasCount(0);
        screen.button("Check the trail").click();
        assertThat(screen.page().getByRole(AriaRole.STATUS).last()).containsText("The trail is as it was written");
        Axe.check(screen);
    }

    /** Gives that provider another specialization; answers the name. */
    private String practising(TestProvider provider, String specialization) {
        String path = "/providers/" + provider.id();
        Answer read = clinic.admin().get(path).expect(200);
        clinic.admin()
                .ifMatch(read.etag())
                .put(
                        path,
                        Json.object("firstName", read.at("/firstName"), "lastName", read.at("/lastName"))
                                .put("cadre", "doctor")
                                .put("specialization", specialization)
                                .put("timeZone", provider.zone())
                                .put("email", read.at("/email")))
                .expect(200);
        return read.at("/firstName") + " " + read.at("/lastName");
    }

    /** Waits until the dialog is gone: behind it the page cannot be used. */
    private static void save(Screen screen) {
        screen.button("Save").click();
        assertThat(screen.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    private Screen signIn(Screen screen) {
        return screen.signIn(clinic.accounts().adminLogin());
    }
}
