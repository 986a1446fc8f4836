package health.miadi.console.file;

import health.miadi.availability.control.BookingTerms;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The numbers of the rules, from the environment, where the application has them from its configuration. */
public final class FileSettings {
    private final Map<String, String> environment;

    /**
     * @param environment of the process
     */
    public FileSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The terms of bookings (R-BOOK-3). */
    BookingTerms bookingTerms() {
        return BookingTerms.of(this::number);
    }

    /** How long a status that was set by mistake can be taken back (R-BOOK-7a). */
    Duration correctionTime() {
        return Duration.ofHours(number("miadi.booking.correction-hours", 24));
    }

    /** The code of the country of a phone number that names none (R-PERS-6). */
    int phoneCountry() {
        return number("miadi.phone.country-code", 254);
    }

    /** Iterations of PBKDF2 (R-AUTH-1). */
    int passwordIterations() {
        return number("miadi.password.iterations", 210_000);
    }

    /** What people of the clinic think of first when they choose a password (R-AUTH-1). */
    List<String> passwordWords() {
        return List.of(text("miadi.password.words").split(",", -1));
    }

    /** A setting as its environment variable has it; one that is no number counts as one that is not set. */
    private int number(String name, int otherwise) {
        String value = text(name);
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    private String text(String name) {
        return environment
                .getOrDefault(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), "")
                .strip();
    }
}
