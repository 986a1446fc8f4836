package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Clinic;
import health.miadi.testing.Login;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The network goes away, or the session ends, while somebody books: it is said, nothing typed is lost, and it is booked once (R-BOOK-6). */
@InBrowser
class LostConnectionBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider().workingMondays("09:00", "12:00");
    private final TestPatient patient = clinic.aPatient();
    private final Login login = clinic.accounts().login(patient.id());

    @Test
    void theNetworkGoesAwayAndComesBack(Screen screen) {
        fillIn(screen);
        screen.goOffline();
        screen.button("Book").click();
        assertThat(screen.text("No connection to the clinic")).isVisible();
        assertThat(screen.field("Reason for the visit (optional)")).hasValue("A rash");
        screen.goOnline();
        assertBookedOnce(screen);
        assertThat(screen.text("No connection to the clinic")).hasCount(0);
    }

    @Test
    void theAnswerIsLostAfterTheServerHasBooked(Screen screen) {
        fillIn(screen);
        screen.expectLost("/appointments");
        AtomicInteger sent = new AtomicInteger();
        screen.page().route(url -> url.endsWith("/api/v1/appointments"), route -> {
            if (sent.getAndIncrement() == 0) {
                route.fetch();
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        screen.button("Book").click();
        assertBookedOnce(screen);
        assertThat(sent).hasValue(2);
    }

    @Test
    void theSessionEndsAndOneSignsInAgainAboveThePage(Screen screen) {
        fillIn(screen);
        clinic.database()
                .update(
                        "UPDATE sessions SET ended_at = now() FROM users WHERE users.id = user_id AND person_id = ?",
                        patient.id());
        screen.expectAnswer(401, "/appointments").expectAnswer(401, "/auth/refresh");
        screen.button("Book").click();
        assertThat(screen.heading("Sign in again")).isVisible();
        screen.page().locator("#again-password").fill(login.password());
        screen.page()
                .locator("dialog")
                .getByText("Sign in", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        assertBookedOnce(screen);
    }

    @Test
    void aPageThatIsNotThereYetComesWhenTheNetworkDoes(Screen screen) {
        screen.signIn(login).open("/app/visits").settle();
        screen.goOffline();
        screen.link("Insurance").click();

        assertThat(screen.text("No connection to the clinic")).isVisible();
        assertThat(screen.heading("My visits")).isVisible();
        assertThat(screen.path()).isEqualTo("/app/visits");
        assertThat(screen.page().locator("nav [aria-current=page]")).hasText("My visits");

        screen.goOnline();

        assertThat(screen.heading("Insurance")).isVisible();
        assertThat(screen.path()).isEqualTo("/app/covers");
        assertThat(screen.page().locator("nav [aria-current=page]")).hasText("Insurance");
        assertThat(screen.text("No connection to the clinic")).hasCount(0);
    }

    @Test
    void whoGoesElsewhereMeanwhileIsNotCalledBack(Screen screen) {
        screen.signIn(login).open("/app/visits").settle();
        screen.link("Records").click();
        screen.settle();
        screen.goOffline();
        screen.link("Insurance").click();
        assertThat(screen.text("No connection to the clinic")).isVisible();
        screen.link("My visits").click(); // its parts are there, its visits are not
        assertThat(screen.heading("My visits")).isVisible();

        screen.goOnline();

        assertThat(screen.text("Nothing is coming up.")).isVisible();
        screen.settle();
        assertThat(screen.path()).isEqualTo("/app/visits");
    }

    @Test
    void anotherLanguageComesWhenTheNetworkDoes(Screen screen) {
        screen.open("/").settle();
        screen.goOffline();
        screen.page().locator("header select").selectOption("sw");
        assertThat(screen.text("No connection to the clinic")).isVisible();

        screen.goOnline();

        assertThat(screen.page().locator("html")).hasAttribute("lang", "sw");
    }

    private void fillIn(Screen screen) {
        screen.signIn(login)
                .open("/app/book?provider=%s&start=%s".formatted(provider.id(), provider.mondayAt("10:00")))
                .settle();
        screen.field("Reason for the visit (optional)").fill("A rash");
    }

    private void assertBookedOnce(Screen screen) {
        assertThat(screen.heading("Booked")).isVisible();
        assertThat(clinic.database().texts("SELECT reason FROM appointments WHERE patient_id = ?", patient.id()))
                .containsExactly("A rash");
    }
}
