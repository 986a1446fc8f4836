package health.miadi.console.file;

import health.miadi.availability.control.BookingTerms;
import health.miadi.shared.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The numbers of the rules, from the environment, where the application has them from its configuration. */
public final class FileSettings {
    private final Map<String, String> environment;
    private final int passwordIterations;

    /**
     * @param environment of the process
     */
    public FileSettings(Map<String, String> environment) {
        this.environment = environment;
        passwordIterations = number(Setting.PASSWORD_ITERATIONS);
    }

    private FileSettings(int passwordIterations) {
        environment = Map.of();
        this.passwordIterations = passwordIterations;
    }

    /** The defaults, with passwords that are hashed too quickly for anybody but a test. */
    public static FileSettings hashingQuickly(int iterations) {
        return new FileSettings(iterations);
    }

    /** The terms of bookings (R-BOOK-3). */
    BookingTerms bookingTerms() {
        return BookingTerms.of(this::number);
    }

    /** How long a status that was set by mistake can be taken back (R-BOOK-7a). */
    Duration correctionTime() {
        return Duration.ofHours(number(Setting.BOOKING_CORRECTION_HOURS));
    }

    /** The code of the country of a phone number that names none (R-PERS-6). */
    int phoneCountry() {
        return number(Setting.PHONE_COUNTRY_CODE);
    }

    /** Iterations of PBKDF2 (R-AUTH-1). */
    int passwordIterations() {
        return passwordIterations;
    }

    /** What people of the clinic think of first when they choose a password (R-AUTH-1). */
    List<String> passwordWords() {
        return List.of(Setting.PASSWORD_WORDS.given(environment).orElse("").split(",", -1));
    }

    /** A setting as its environment variable has it; one that is no number counts as one that is not set. */
    private int number(Setting setting) {
        return setting.kind().accepts(setting.given(environment).orElse(""))
                ? setting.asNumber(environment)
                : setting.asNumber(Map.of());
    }
}
