package health.miadi.browser;

import com.microsoft.playwright.Locator;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.Screen;
import java.time.Instant;

/**
 * An appointment of half an hour in a provider's calendar, past or to come.
 *
 * @param patient the patient's last name, which nobody else has
 */
record Visit(String id, String patient) {

    /** A new one, of a new patient, entered by the provider. */
    static Visit of(Clinic clinic, TestProvider provider, Instant start) {
        TestPatient patient = clinic.aPatient();
        clinic.introduce(patient, provider);
        var wish = Json.object(
                "providerId",
                provider.id(),
                "patientId",
                patient.id(),
                "start",
                start,
                "durationMinutes",
                30,
                "reason",
                "A cough");
        wish.set("override", Json.object("reason", "entered by hand"));
        String id = provider.api().post("/appointments", wish).expect(201).at("/id");
        return new Visit(
                id, clinic.admin().get("/patients/" + patient.id()).expect(200).at("/lastName"));
    }

    /** Cancels it, as on another screen. */
    void cancel(TestProvider provider) {
        String path = "/appointments/" + id;
        String etag = provider.api().get(path).expect(200).etag();
        provider.api()
                .ifMatch(etag)
                .post(path + "/cancel", Json.object("reason", "Not today"))
                .expect(200);
    }

    /** Where it stands in a calendar that is on the screen. */
    Locator in(Screen screen) {
        return screen.page().locator("a.visit").filter(new Locator.FilterOptions().setHasText(patient));
    }
}
