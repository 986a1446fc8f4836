package health.miadi.browser;

import com.microsoft.playwright.Locator;
import health.miadi.testing.browser.Screen;
import java.util.function.Function;

/** Every dialog of the front end: which file makes it, who comes to it on which page, and what opens it. */
enum Dialogs {
    COVER("pages/visits/covers.js", "patient", "/app/covers", "Add a cover"),
    AMEND("pages/visits/amend.js", "patient", "/app/visits/{coming}", "Change reason or insurance"),
    CANCEL("pages/visits/cancel.js", "patient", "/app/visits/{coming}", "Cancel the visit"),
    MOVE("pages/visits/move.js", "patient", "/app/visits/{coming}/move", screen -> screen.page()
            .locator(".times button")
            .first()),

    PASSKEY_NAME("pages/profile/passkeys.js", "patient", "/app/profile", screen -> screen.page()
            .locator("m-passkeys li button")
            .first()),
    PASSKEY_REMOVAL("pages/profile/passkeys.js", "patient", "/app/profile", screen -> screen.page()
            .locator("m-passkeys li button")
            .last()),

    HOURS("pages/hours/weekly.js", "provider", "/app/hours", "Add hours"),
    ABSENCE("pages/hours/absences.js", "provider", "/app/hours", "Plan an absence"),
    EXTRA_HOURS("pages/hours/absences.js", "provider", "/app/hours", "Add extra hours"),
    STRANDED_MOVE("pages/hours/settling.js", "provider", "/app/hours/absences/{absence}", screen -> screen.page()
            .locator(".stranded li[data-open] button")
            .first()),
    STRANDED_CANCEL("pages/hours/settling.js", "provider", "/app/hours/absences/{absence}", screen -> screen.page()
            .locator(".stranded li[data-open] button")
            .nth(1)),
    PATIENT("pages/staff/patient.js", "provider", "/app/patients/{patient}", "Change details"),
    BOOKED_FOR("parts/book-for.js", "provider", "/app/book-for", "New patient"),
    STAFF_MOVE("parts/appointment-actions.js", "provider", "/app/appointments/{coming}", "Move…"),
    STAFF_CANCEL("parts/appointment-actions.js", "provider", "/app/appointments/{coming}", "Cancel…"),
    NO_SHOW("parts/appointment-actions.js", "provider", "/app/appointments/{begun}", "Did not come"),
    CORRECTION("parts/appointment-actions.js", "provider", "/app/appointments/{past}", "Correct the status…"),
    RECORD("parts/visit-record.js", "provider", "/app/appointments/{past}", "Remove…"),
    EMERGENCY("parts/break-glass.js", "provider", "/app/patients", "Open a file in an emergency"),
    UNSAVED("core/unsaved.js", "provider", "/app/appointments/{begun}", screen -> {
        screen.field("Diagnosis").fill("Asthma");
        return screen.link("Back to the calendar");
    }),

    NEW_PATIENT("pages/staff/patients.js", "admin", "/app/patients", "New patient"),
    ERASING("pages/staff/erasing.js", "admin", "/app/patients/{patient}", "Erase…"),
    PROVIDER("pages/admin/providers.js", "admin", "/app/providers", "Add a provider"),
    TYPE("pages/admin/types.js", "admin", "/app/types", "Add a type"),
    SYNONYM("pages/admin/synonyms.js", "admin", "/app/synonyms", "Add a word"),
    ACCOUNT("pages/admin/users.js", "admin", "/app/users", "Add an account"),
    CODE("pages/admin/users.js", "admin", "/app/users?search={account}", screen -> screen.button("Issue a code")
            .first()),
    FACTOR("pages/admin/users.js", "admin", "/app/users?search={guarded}", "Remove the second factor"),
    FACTOR_ASKED(
            "pages/admin/users.js", "admin", "/app/users?search={asked}", "Removal of the second factor asked for");

    final String file;
    final String role;
    final String path;
    /** Finds what opens it, and makes that ready. */
    final Function<Screen, Locator> opener;

    Dialogs(String file, String role, String path, String button) {
        this(file, role, path, screen -> screen.button(button));
    }

    Dialogs(String file, String role, String path, Function<Screen, Locator> opener) {
        this.file = file;
        this.role = role;
        this.path = path;
        this.opener = opener;
    }
}
