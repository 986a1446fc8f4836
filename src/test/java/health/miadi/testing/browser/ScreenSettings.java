package health.miadi.testing.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import health.miadi.testing.Clinic;
import java.net.URI;
import java.util.Map;

/**
 * What somebody sits at.
 *
 * @param server where its pages come from
 * @param locale the browser's language, {@code en-GB} or {@code sw-KE}
 * @param zone the machine's IANA zone
 */
record ScreenSettings(URI server, Viewport viewport, String locale, String zone, ColorScheme scheme) {

    static ScreenSettings of(URI server) {
        return new ScreenSettings(server, Viewport.DESK, "en-GB", "UTC", ColorScheme.LIGHT);
    }

    /** Nothing moves, so that nothing is looked at half way; an address of its own, so that no failure slows others (R-AUTH-6). */
    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(viewport.width(), viewport.height())
                .setIsMobile(viewport.hasTouch())
                .setHasTouch(viewport.hasTouch())
                .setLocale(locale)
                .setTimezoneId(zone)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setExtraHTTPHeaders(Map.of("X-Forwarded-For", Clinic.newAddress()));
    }
}
