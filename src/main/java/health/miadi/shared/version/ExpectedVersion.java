package health.miadi.shared.version;

import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import java.util.Set;
import java.util.UUID;

/**
 * From which version a change starts, as whoever asks for it says (R-BOOK-11): from one of those named, from whichever there is, or
 * nothing was said.
 */
public final class ExpectedVersion {
    private static final ExpectedVersion ANY = new ExpectedVersion(Set.of());
    private static final ExpectedVersion NONE = new ExpectedVersion(Set.of());

    private final Set<Version> versions;

    private ExpectedVersion(Set<Version> versions) {
        this.versions = versions;
    }

    /** Whichever there is. */
    public static ExpectedVersion any() {
        return ANY;
    }

    /** Nothing was said: right where something is begun, and nowhere else. */
    public static ExpectedVersion none() {
        return NONE;
    }

    /** One of those; of no version at all where they are none. */
    public static ExpectedVersion of(Set<Version> versions) {
        return new ExpectedVersion(Set.copyOf(versions));
    }

    /** That version of that thing. */
    public static ExpectedVersion of(UUID id, int number) {
        return of(Set.of(Version.of(id, number)));
    }

    /** Whether nothing was said. */
    public boolean isNone() {
        return this == NONE;
    }

    /**
     * Refuses a change that starts from another version than the one there is.
     *
     * @throws Refusal {@code precondition-required} when nothing was said, {@code stale} when it was another version
     */
    public void require(UUID id, int number) {
        if (isNone()) {
            throw Refusal.of(
                    CommonFact.PRECONDITION_REQUIRED,
                    "R-BOOK-11",
                    "Send the ETag of the version that you change as If-Match.");
        }
        if (this != ANY && !versions.contains(Version.of(id, number))) {
            throw Refusal.of(
                    CommonFact.STALE,
                    "R-BOOK-11",
                    "It was changed since you read it. Read it again before you change it.");
        }
    }
}
