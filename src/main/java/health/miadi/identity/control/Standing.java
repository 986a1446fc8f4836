package health.miadi.identity.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The failures that an attempt has behind it.
 *
 * @param familiar whether the account was signed in to from that place before
 */
record Standing(Failures pair, Failures place, Failures name, boolean familiar) {
    /**
     * Failures that count.
     *
     * @param count within the window
     * @param last the latest, null when there is none
     */
    record Failures(int count, @Nullable Instant last) {
        static final Failures NONE = new Failures(0, null);
    }
}
