package health.miadi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import health.miadi.testing.browser.Screens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the browser and the machine draw around a page goes on with the page's own colours. */
@InBrowser
class ColoursBrowserIT {
    /** The colour in force around the page, the one of its head, and those of an installed one before it is drawn and of its ground. */
    private static final String COLOURS = """
            async () => {
              const probe = document.body.appendChild(document.createElement('i'));
              const computed = (colour) => {
                probe.style.color = colour;
                return getComputedStyle(probe).color;
              };
              const around = [...document.querySelectorAll('meta[name="theme-color"]')].filter(({ media }) => matchMedia(media).matches);
              const app = await (await fetch(document.querySelector('link[rel=manifest]').href)).json();
              return [
                around.map(({ content }) => computed(content)).join(' and '),
                getComputedStyle(document.querySelector('header.top')).backgroundColor,
                computed(app.background_color),
                getComputedStyle(document.documentElement).backgroundColor,
              ];
            }
            """;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFrameHasTheColourOfTheHeadAsTheMachineIsSetAndAsOneChooses(boolean darkMachine, Screens screens) {
        Screen screen = (darkMachine ? screens.dark() : screens).open().open("/app/sign-in");
        for (String chosen : new String[] {"auto", "light", "dark", "auto"}) {
            screen.page().locator("footer select").selectOption(chosen);
            boolean isDark = chosen.equals("dark") || (chosen.equals("auto") && darkMachine);
            assertThat(screen.page().locator("header.top"))
                    .hasCSS("background-color", isDark ? "rgb(26, 34, 38)" : "rgb(255, 255, 255)");

            var colours = (java.util.List<?>) screen.page().evaluate(COLOURS);

            assertThat(colours.get(0)).as(chosen).isEqualTo(colours.get(1));
            if (!isDark) {
                assertThat(colours.get(2)).isEqualTo(colours.get(3));
            }
        }
    }
}
