package health.miadi.browser;

import health.miadi.browser.SampleServer.Who;
import java.util.List;

/**
 * A page that the documentation shows.
 *
 * @param name of its pictures, {@code <name>-desk.png} and {@code <name>-phone.png}
 */
record Shot(String name, String path, Who who) {

    /** All of them, in the order of the documentation. */
    static final List<Shot> ALL = List.of(
            new Shot("home", "/", Who.NOBODY),
            new Shot("sign-in", "/app/sign-in", Who.NOBODY),
            new Shot("register", "/app/register", Who.NOBODY),
            new Shot("find", "/app/find", Who.PATIENT),
            new Shot("visits", "/app/visits", Who.PATIENT),
            new Shot("calendar", "/app/calendar", Who.PROVIDER),
            new Shot("hours", "/app/hours", Who.PROVIDER),
            new Shot("dashboard", "/app/dashboard", Who.ADMIN),
            new Shot("audit", "/app/audit", Who.ADMIN));
}
