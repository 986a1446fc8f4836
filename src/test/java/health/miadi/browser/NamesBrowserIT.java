package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import health.miadi.testing.Answer;
import health.miadi.testing.Clinic;
import health.miadi.testing.browser.Axe;
import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Messages;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import health.miadi.testing.browser.Viewport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and births as people have them and write them (R-PERS-4). */
@InBrowser
class NamesBrowserIT {
    private final Clinic clinic = Clinic.ofTheSuite();
    private final String unique = Clinic.unique();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | 1957          | 1957             | 1957",
                "en-GB | 3/1957        | March 1957       | 1957-03",
                "en-GB | 4/3/1957      | 4 March 1957     | 1957-03-04",
                "en-GB | 14031957      | 14 March 1957    | 1957-03-14",
                "en-US | 4/3/1957      | April 3, 1957    | 1957-04-03",
                "sw-KE | 14 machi 1957 | 14 Machi 1957    | 1957-03-14",
            })
    void whoHasOneNameRegistersWithWhatIsKnownOfTheBirth(
            String locale, String typed, String shown, String kept, Screens screens) {
        Screen screen = screens.on(Viewport.PHONE).speaking(locale).open().open("/app/register");
        Messages messages = screen.messages();
        Locator birth = screen.field(messages.text("account.dateOfBirth"));
        screen.field(messages.text("account.email")).fill(unique + "@example.org");
        screen.field(messages.text("account.password")).fill("a quiet river bank");
        birth.fill("31.2.1957");
        screen.button(messages.text("account.register.do")).click();
        assertThat(screen.page().locator("#field-firstName-fault")).hasText(messages.text("account.name.missing"));
        assertThat(screen.page().locator("#field-dateOfBirth-fault")).isVisible();
        Axe.check(screen);

        screen.field(messages.text("account.firstName")).fill("Suharto-" + unique);
        birth.fill(typed);
        birth.blur();
        assertThat(birth).hasValue(shown);
        screen.button(messages.text("account.register.do")).click();
        screen.awaitPath("/").settle();

        Answer found = clinic.admin().get("/patients?search=" + unique).expect(200);
        assertThat(found.at("/items/0/dateOfBirth")).isEqualTo(kept);
        assertThat(found.json().at("/items/0/lastName").isNull()).isTrue();
        screen.open("/app/profile");
        assertThat(screen.field(messages.text("account.dateOfBirth"))).hasValue(shown);
    }
}
