package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.GoogleVisitor;
import health.miadi.testing.Json;
import health.miadi.testing.Login;
import health.miadi.testing.TestApp;
import health.miadi.testing.TestPatient;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in with Google, and linking it (R-AUTH-4), at a certified provider's own page. */
@InBrowser
@Tag("every-server")
class GoogleBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final String subject = "subject-" + Clinic.unique();
    private final ObjectNode claims = GoogleVisitor.claims(subject + "@example.org", "Achieng", "Googler");

    @Test
    void aNewcomerBecomesAPatientAndComesBackToWhereTheyWanted(Screen screen) {
        leadToTheProvider(screen).open("/app/sign-in?next=/app/visits").settle();
        Axe.check(screen);

        screen.button("Continue with Google").click();
        agree(screen);

        screen.awaitPath("/app/visits");
        assertThat(screen.heading("My visits")).isVisible();
        assertThat(clinic.database()
                        .number(
                                "SELECT count(*) FROM persons WHERE email = ?",
                                claims.get("email").asText()))
                .isOne();
        screen.page().reload();
        assertThat(screen.heading("My visits")).isVisible();
    }

    @Test
    void googleIsLinkedToAnAccountAndUnlinked(Screen screen) {
        TestPatient patient = clinic.aPatient();
        Login login = clinic.accounts().login(patient.id());
        leadToTheProvider(screen).signIn(login).open("/app/profile").settle();

        screen.field("Your password, for Google").fill("not the password");
        screen.expectAnswer(400, "/auth/google/link").button("Link Google").click();
        assertThat(screen.page().locator("#field-google-password-fault")).isVisible();
        screen.field("Your password, for Google").fill(login.password());
        screen.button("Link Google").click();
        agree(screen);

        screen.awaitPath("/app/profile");
        Locator unlink = screen.button("Unlink Google");
        assertThat(unlink).isVisible();
        screen.settle();
        Axe.check(screen);
        screen.field("Your password, for Google").fill(login.password());
        unlink.click();
        assertThat(screen.button("Link Google")).isVisible();
    }

    /** R-AUTH-10 */
    @Test
    void whoHasASecondFactorIsAskedForItAfterGoogle(Screen screen) {
        Answer first =
                GoogleVisitor.of(clinic.anonymous()).signIn(subject, claims).expect(200);
        UUID user = UUID.fromString(first.at("/user/id"));
        TestApp app = TestApp.setUp(clinic, clinic.as(first.at("/accessToken")), user, Json.object());
        leadToTheProvider(screen).open("/app/sign-in?next=/app/visits").settle();
        screen.button("Continue with Google").click();
        agree(screen);
        screen.awaitPath("/app/sign-in");
        Locator code = screen.page().locator("#field-provider-code");
        code.fill(app.wrongCode());
        screen.expectAnswer(401, "/auth/google/second-factor").button("Sign in").click();
        assertThat(screen.alert()).isVisible();
        Axe.check(screen);
        code.fill(app.code());
        screen.button("Sign in").click();
        screen.awaitPath("/app/visits");
        assertThat(screen.heading("My visits")).isVisible();
    }

    private Screen leadToTheProvider(Screen screen) {
        URI provider = GoogleVisitor.of(clinic.anonymous()).provider();
        return screen.leadsTo(provider.getScheme() + "://" + provider.getRawAuthority());
    }

    private void agree(Screen screen) {
        Page page = screen.page();
        page.locator("[name=claims]").fill(claims.toString()); // which only the provider's page has
        page.locator("[name=username]").fill(subject);
        page.locator("[type=submit]").click();
    }
}
