package health.miadi.statistics.control;

import java.util.UUID;

/**
 * A provider, as far as counting goes.
 *
 * @param name last and first name
 * @param zone the name of the provider's zone, known or not
 * @param active whether the provider takes appointments
 */
public record CountedProvider(UUID id, String name, String zone, boolean active) {
    /** The id, and no name. */
    @Override
    public String toString() {
        return "CountedProvider " + id;
    }
}
