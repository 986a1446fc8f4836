package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import org.junit.jupiter.api.Test;

/** An admin finds what two patients have, sees whose it is confirmed of, and settles it with a reason (R-PERS-2). */
@InBrowser
class ClaimsBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();

    @Test
    void aClashIsFoundConfirmedAndSettled(Screen screen) {
        String id = "ID-" + Clinic.unique();
        Answer first = clinic.admin()
                .post("/patients", Json.object("firstName", "Holder", "lastName", id, "nationalId", id))
                .expect(201);
        TestPatient patient = clinic.aPatient();
        Answer file = patient.api().get("/patients/" + patient.id()).expect(200);
        patient.api()
                .ifMatch(file.etag())
                .put(
                        "/patients/" + patient.id(),
                        Json.object("firstName", "Claimant", "lastName", id, "nationalId", id)
                                .put("email", file.at("/email")))
                .expect(200);

        screen.signIn(clinic.accounts().adminLogin())
                .open("/app/patients/" + patient.id())
                .settle();
        screen.expectAnswer(409, "/confirmations");
        screen.page()
                .locator("button.link", new Page.LocatorOptions().setHasText("Confirm"))
                .first()
                .click();
        assertThat(screen.page().locator("form.note.warn")).containsText("it is confirmed of somebody else");
        Axe.check(screen);
        screen.page().locator("form.note.warn [name=reason]").fill("Saw the card");
        screen.button("Take it from them and confirm it").click();
        assertThat(screen.page().locator("form.note.warn")).hasCount(0);
        screen.settle();
        org.assertj.core.api.Assertions.assertThat(clinic.admin()
                        .get("/patients/" + patient.id())
                        .expect(200)
                        .at("/confirmed/nationalId"))
                .isEqualTo("true");
        org.assertj.core.api.Assertions.assertThat(clinic.admin()
                        .get("/patients/" + first.at("/id"))
                        .expect(200)
                        .at("/confirmed/nationalId"))
                .isEqualTo("false");

        screen.open("/app/clashes").settle();
        assertThat(screen.page().locator("tbody tr").first()).isVisible();
        Axe.check(screen);
    }
}
