package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.Json;
import health.miadi.testing.browser.Held;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The search for a time goes on over providers, and one comes back to what one saw. */
@InBrowser
class FindBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final String skill = "Skill-" + Clinic.unique();
    private final LocalDate tomorrow = LocalDate.now(Clock.systemUTC()).plusDays(1);

    /** A provider who works all of that weekday, from that day on; answers the name. */
    private String working(LocalDate from) {
        UUID id = clinic.aProviderWithoutAccount("UTC");
        String path = "/providers/" + id;
        Answer read = clinic.admin().get(path).expect(200);
        ObjectNode skilled = Json.object(
                "firstName",
                read.at("/firstName"),
                "lastName",
                read.at("/lastName"),
                "cadre",
                "doctor",
                "specialization",
                skill,
                "timeZone",
                "UTC");
        clinic.admin().ifMatch(read.etag()).put(path, skilled).expect(200);
        clinic.admin()
                .post(
                        path + "/availability",
                        Json.object(
                                "dayOfWeek",
                                from.getDayOfWeek().name().toLowerCase(Locale.ROOT),
                                "startTime",
                                "00:00",
                                "endTime",
                                "24:00",
                                "validFrom",
                                from))
                .expect(201);
        return read.at("/firstName") + " " + read.at("/lastName");
    }

    @Test
    void whoHasNoVisitYetIsToldSoAndFindsATimeBelow(Screen screen) {
        clinic.aProvider().workingDaily("00:00", "24:00");
        screen.signIn(clinic.accounts().login(clinic.aPatient().id())).open("/").settle();

        assertThat(screen.page().locator("m-next-visit"))
                .hasText(screen.messages().text("find.next.none"));
        assertThat(screen.page().locator("article.offer").first()).isVisible();
        assertThat(screen.page().locator("input[type=search]")).hasCSS("border-radius", "8px"); // as all fields have
    }

    @Test
    @DisplayName(
            "R-PERS-6: the box for a name takes what patients call what a provider does, and the name in any order")
    void oneBoxTakesWhatPatientsSay(Screen screen) {
        String name = working(tomorrow);
        String said = "sore " + Clinic.unique();
        clinic.admin()
                .post("/synonyms", Json.object("said", said, "meant", skill))
                .expect(201);
        screen.signIn(clinic.accounts().login(clinic.aPatient().id())).open("/app/find");
        for (String typed :
                new String[] {said, "Dr " + name, name.substring(name.indexOf(' ') + 1) + ", " + name.split(" ")[0]}) {
            screen.field("Provider's name").fill(typed);
            assertThat(screen.page().locator("article.offer")).hasCount(1);
            assertThat(screen.page().locator("article.offer")).containsText(name);
        }
    }

    @Test
    void onePressBringsUpWhoIsFreeInThreeWeeksOnly(Screen screen) {
        for (int i = 0; i < 12; i++) {
            working(tomorrow);
        }
        String late = working(tomorrow.plusDays(21));
        Locator offers = screen.page().locator("article.offer");
        screen.signIn(clinic.accounts().login(clinic.aPatient().id()))
                .open("/app/find?what=" + skill)
                .settle();
        assertThat(offers).hasCount(12);
        assertThat(offers.getByText(late)).hasCount(0);
        // the first of the times is not drawn as if it were chosen
        assertThat(screen.page().locator("article.offer li a:not(.secondary)")).hasCount(0);

        screen.button("Show more").click();

        assertThat(offers).hasCount(13);
        assertThat(offers.last()).containsText(late);
        assertThat(screen.button("Show more")).hasCount(0);
        assertThat(screen.page().locator("#announcements"))
                .containsText(Pattern.compile("One more provider\\. There are no more\\."));
        assertThat(offers.last().locator("li a").first()).isFocused();

        screen.link("All times of " + late).click();
        assertThat(page(screen)).hasText(late); // the offer has a heading with that name as well
        screen.page().goBack();
        assertThat(offers).hasCount(13);
        screen.link("All times of " + late).click();
        screen.link("Back to the providers").click();
        assertThat(screen.field("Specialty")).hasValue(skill);
        assertThat(offers).hasCount(12);
    }

    @Test
    void aPageThatIsLeftWritesNothingIntoTheAddressOfTheNext(Screen screen) {
        String name = working(tomorrow);
        screen.signIn(clinic.accounts().login(clinic.aPatient().id())).open("/app/find?what=" + skill);
        screen.link("All times of " + name).click();
        assertThat(page(screen)).hasText(name);
        screen.settle(); // an address that changes while the browser loads it anew would make the way back another
        // document
        screen.page().reload();
        screen.settle();
        try (Held next = screen.hold("/find.js")) {
            screen.page().goBack();
            next.await(1);
            Locator days = screen.page().locator(".slots-days button");
            days.last().click();
            assertThat(days.last()).hasAttribute("aria-current", "date");
            assertThat(screen.page()).hasURL(Pattern.compile("/app/find\\?what=" + skill + "$"));
        }
        assertThat(screen.field("Specialty")).hasValue(skill);
        assertThat(screen.page().locator("article.offer")).containsText(name);
    }

    /** The heading of the page on show, which is another one only when the address is. */
    private static Locator page(Screen screen) {
        return screen.page().locator("#main h1");
    }
}
