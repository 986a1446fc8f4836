package health.miadi.demo.launcher;

import health.miadi.demo.SampleLogins;
import java.io.PrintStream;
import java.util.Optional;

/** What the person reads when Miadi is ready: where everything is. */
final class Announcement {

    private Announcement() {}

    static void print(PrintStream out, int port, int healthPort, MiadiHome home, Optional<SampleLogins> logins) {
        String url = "http://localhost:" + port;
        out.println();
        out.println("Miadi is ready.");
        out.println();
        out.println("  Front page   " + url + "/");
        out.println("  API page     " + url + "/api-docs");
        out.println("  Health       http://localhost:" + healthPort + "/health");
        out.println("  Logs         " + home.logs());
        out.println();
        if (logins.isPresent()) {
            out.println("  Sample logins, from " + home.logins());
            line(out, "admin", logins.get().admin());
            line(out, "provider", logins.get().provider());
            line(out, "patient", logins.get().patient());
        } else {
            out.println("  Sample logins: " + home.logins() + " was removed, and the database does not tell them.");
        }
        out.println();
        out.println("Press Ctrl-C to stop. The data stays in " + home.directory());
        out.flush();
    }

    private static void line(PrintStream out, String role, SampleLogins.Login login) {
        out.printf("    %-10s %-10s %s%n", role, login.username(), login.password());
    }
}
