package health.miadi.shared.time;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Time zones by the names that were stored once. The time zone database removes some as the years go by. */
public final class Zones {
    private Zones() {}

    /** The zone of that name, or nothing when the time zone database does not know it, or not any more. */
    public static Optional<ZoneId> named(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
