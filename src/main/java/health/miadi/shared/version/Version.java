package health.miadi.shared.version;

import java.util.UUID;

/**
 * One version of one thing.
 *
 * @param thing the last twelve digits of its id, which no two things of a clinic share
 * @param number how often it had been changed
 */
public record Version(String thing, int number) {
    private static final int DIGITS_BEFORE = 24;

    /** The version of that thing with that number. */
    public static Version of(UUID id, int number) {
        return new Version(id.toString().substring(DIGITS_BEFORE), number);
    }

    /** Nothing of the thing. */
    @Override
    public String toString() {
        return "Version " + number;
    }
}
