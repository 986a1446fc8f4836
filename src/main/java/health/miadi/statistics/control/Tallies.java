package health.miadi.statistics.control;

import health.miadi.statistics.entity.Tally;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The same appointments, counted in two ways.
 *
 * @param byDay of all providers together, by the provider's day on which they start; a day without any is missing
 * @param byProvider of all days together; a provider without any is missing
 */
record Tallies(Map<LocalDate, Tally> byDay, Map<UUID, Tally> byProvider) {
    static Tallies empty() {
        return new Tallies(new HashMap<>(), new HashMap<>());
    }

    Tally on(LocalDate day) {
        return byDay.getOrDefault(day, new Tally());
    }

    Tally of(UUID provider) {
        return byProvider.getOrDefault(provider, new Tally());
    }
}
