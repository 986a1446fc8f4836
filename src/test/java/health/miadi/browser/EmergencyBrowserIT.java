package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import org.junit.jupiter.api.Test;

/** A provider opens a stranger's file in an emergency, an admin sees it stand out, and the patient reads why (R-AUTH-13). */
@InBrowser
class EmergencyBrowserIT {
    private static final String REASON = "Unconscious, allergies unknown";

    private final Clinic clinic = Clinic.ofTheSuite();

    @Test
    void aFileIsOpenedInAnEmergencyAndEverybodyIsTold(Screen providers, Screen admins, Screen patients) {
        TestPatient patient = clinic.aPatient();
        TestProvider provider = clinic.aProvider();
        Answer file = clinic.admin().get("/patients/" + patient.id()).expect(200);

        providers
                .signIn(clinic.accounts().login(provider.id()))
                .open("/app/patients")
                .settle();
        providers.button("Open a file in an emergency").click();
        Axe.check(providers, "dialog");
        providers.page().locator("dialog [name=patientNumber]").fill(file.at("/patientNumber"));
        providers.page().locator("dialog [name=dateOfBirth]").fill("1 Jan 1980");
        providers.page().locator("dialog [name=reason]").fill(REASON);
        providers.expectAnswer(404, "/patients/break-glass");
        providers.button("Open the file and record it").click();
        assertThat(providers.page().locator("dialog .note.problem")).containsText("Nobody fits all of that");
        providers.page().locator("dialog [name=dateOfBirth]").fill(file.at("/dateOfBirth"));
        providers.button("Open the file and record it").click();
        providers.awaitPath("/app/patients/" + patient.id()).settle();
        assertThat(providers.page().locator("h1")).containsText(file.at("/lastName"));

        admins.signIn(clinic.accounts().adminLogin())
                .open("/app/audit?action=opened_in_emergency&entityId=" + patient.id())
                .settle();
        assertThat(admins.page().locator("td strong.badge.bad")).hasText("Opened a file in an emergency");
        Axe.check(admins);

        patients.signIn(clinic.accounts().login(patient.id()))
                .open("/app/profile")
                .settle();
        assertThat(patients.page().locator("m-emergencies li")).containsText(REASON);
        Axe.check(patients);
    }
}
