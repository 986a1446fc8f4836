package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import health.miadi.testing.Clinic;
import health.miadi.testing.TestPatient;
import health.miadi.testing.TestProvider;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import org.junit.jupiter.api.Test;

/** Two people on two screens want the same time. */
@InBrowser
class BookingRaceBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final TestProvider provider = clinic.aProvider().workingMondays("09:00", "12:00");

    @Test
    void aTimeThatSomebodyTakesVanishesAndComesBack(Screen one, Screen other) {
        signIn(one).open(times());
        signIn(other).open(times());
        time(other, "10:00").focus();
        time(one, "10:00").click();
        one.awaitPath("/app/book").settle();
        assertThat(time(other, "10:00")).hasCount(0); // R-AVAIL-8
        assertThat(other.page().locator("#announcements")).containsText("no longer free");
        assertThat(time(other, "10:15")).hasCount(0);
        assertThat(time(other, "10:30")).isFocused();
        one.link("Back to the free times").click();
        assertThat(time(other, "10:00")).isVisible();
        assertThat(time(other, "10:30")).isFocused();
    }

    @Test
    void oneOfTwoGetsTheTimeAndTheOtherIsOfferedTheNext(Screen one, Screen other) {
        TestPatient winner = clinic.aPatient();
        TestPatient loser = clinic.aPatient();
        String booking = "/app/book?provider=%s&start=%s".formatted(provider.id(), provider.mondayAt("11:00"));
        one.signIn(clinic.accounts().login(winner.id())).open(booking).settle();
        other.signIn(clinic.accounts().login(loser.id()))
                .expectAnswer(409, "/holds")
                .open(booking);
        assertThat(other.alert()).containsText("Somebody else was faster");
        other.field("Reason for the visit (optional)").fill("It still hurts");
        Axe.check(other);
        Locator next = other.page().locator(".next button");
        assertThat(next.first()).containsText("11:30");
        next.first().click();
        other.button("Book").click();
        one.button("Book").click();
        assertThat(one.heading("Booked")).isVisible();
        assertThat(other.heading("Booked")).isVisible();
        assertThat(clinic.database()
                        .texts(
                                "SELECT reason FROM appointments WHERE provider_id = ? AND reason IS NOT NULL",
                                provider.id()))
                .containsExactly("It still hurts");
        assertThat(clinic.database().number("SELECT count(*) FROM appointments WHERE provider_id = ?", provider.id()))
                .isEqualTo(2);
    }

    @Test
    void aTimeIsKeptWhileThePageIsLoadedAnewAndLetGoWhenItIsLeft(Screen screen) {
        signIn(screen).open(times());
        time(screen, "09:00").click();
        screen.awaitPath("/app/book").settle();
        screen.page().reload();
        assertThat(screen.page().getByRole(com.microsoft.playwright.options.AriaRole.TIMER))
                .containsText("Kept for you");
        assertThat(held()).isOne();
        screen.page().goBack();
        assertThat(time(screen, "09:00")).isVisible();
        assertThat(held()).isZero();
    }

    private Screen signIn(Screen screen) {
        return screen.signIn(clinic.accounts().login(clinic.aPatient().id()));
    }

    private String times() {
        return "/app/times/%s?day=%s".formatted(provider.id(), provider.monday());
    }

    private Locator time(Screen screen, String time) {
        return screen.page().locator("[data-start='%s']".formatted(provider.mondayAt(time)));
    }

    private long held() {
        return clinic.database()
                .number(
                        "SELECT count(*) FROM holds WHERE provider_id = ? AND ended_at IS NULL AND expires_at > now()",
                        provider.id());
    }
}
