package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.Login;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A medical record is written beside its visit, and nothing typed is lost (R-REC-1, R-REC-3, R-BOOK-11). */
@InBrowser
class RecordBrowserIT {
    /** Goes to an address as a link does, so that one can go back. */
    private static final String GO = """
            async (path) => {
              const main = document.querySelector('script[type=module]').src;
              const { router } = await import(main.replace('main.js', 'core/router.js'));
              await router.go(path);
            }
            """;

    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider();
    private final Visit visit = Visit.of(
            clinic, provider, provider.at(LocalDate.now(Clock.systemUTC()).minusDays(1), "09:00"));
    private final Login login = clinic.accounts().login(provider.id());

    @Test
    void twoScreensThatAmendARecordSeeEachOther(Screen screen) {
        Answer written = write("Influenza");
        open(screen);
        screen.button("Amend").click();
        screen.field("Diagnosis").fill("Influenza, mild");
        provider.api()
                .ifMatch(written.etag())
                .put(record(), Json.object("diagnosis", "Influenza A"))
                .expect(200);
        screen.expectAnswer(412, "/record");
        screen.button("Save the record").click();

        assertThat(screen.alert()).containsText("It was written on another screen");
        assertThat(screen.page().locator(".theirs")).containsText("Influenza A");
        assertThat(screen.field("Diagnosis")).hasValue("Influenza, mild");
        Axe.check(screen);
        screen.button("Save the record").click();
        assertThat(screen.button("Amend")).isVisible();
        screen.text("2 earlier versions").click();
        assertThat(screen.text("Influenza A")).isVisible();

        screen.button("Remove…").click();
        screen.field("Reason").fill("Wrong visit");
        Axe.check(screen);
        screen.button("Remove the record").click();
        assertThat(screen.button("Save the record")).isVisible();
    }

    @Test
    void whatIsTypedOutlivesALostConnectionAndTheSession(Screen screen) {
        open(screen);
        screen.field("Diagnosis").fill("Asthma");
        screen.goOffline();
        screen.button("Save the record").click();
        assertThat(screen.text("No connection to the clinic.")).isVisible();
        screen.goOnline();
        assertThat(screen.button("Amend")).isVisible();

        screen.button("Amend").click();
        screen.field("Diagnosis").fill("Asthma, mild");
        clinic.endSessions(login);
        screen.expectAnswer(401, "/record").expectAnswer(401, "/auth/refresh");
        screen.button("Save the record").click();
        screen.page().locator("#again-password").fill(login.password());
        screen.page().locator("dialog[open] button[type=submit]").click();
        assertThat(screen.button("Amend")).isVisible();
        assertThat(screen.text("Asthma, mild")).isVisible();
    }

    @Test
    void nobodyLeavesUnsavedTextUnasked(Screen screen) {
        screen.signIn(login).open("/app/patients").settle();
        screen.page().evaluate(GO, "/app/appointments/" + visit.id());
        screen.field("Diagnosis").fill("Asthma");
        screen.link("Back to the calendar").click();
        Axe.check(screen, "dialog[open]");
        screen.button("Stay here").click();
        assertThat(screen.field("Diagnosis")).hasValue("Asthma");
        assertThat(screen.path()).isEqualTo("/app/appointments/" + visit.id());

        screen.page().goBack();
        assertThat(screen.button("Stay here")).isFocused();
        screen.page().keyboard().press("Escape");
        assertThat(screen.field("Diagnosis")).hasValue("Asthma");
        assertThat(screen.path()).isEqualTo("/app/appointments/" + visit.id());

        screen.link("Back to the calendar").click();
        screen.button("Leave it").click();
        assertThat(visit.in(screen)).isVisible();
    }

    private void open(Screen screen) {
        screen.signIn(login).open("/app/appointments/" + visit.id());
    }

    private String record() {
        return "/appointments/" + visit.id() + "/record";
    }

    private Answer write(String diagnosis) {
        return provider.api().put(record(), Json.object("diagnosis", diagnosis)).expect(201);
    }
}
