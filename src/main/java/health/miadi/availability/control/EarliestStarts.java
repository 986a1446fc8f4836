package health.miadi.availability.control;

import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.availability.entity.Slot;
import health.miadi.availability.entity.SlotEngine;
import health.miadi.availability.entity.SlotTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The first offered start of each of many providers, by the slot engine (R-AVAIL-6). Most have one within days, so calendars
 * are read in the steps of a search, and farther ahead only of those who are full until there: three queries at most,
 * however many providers there are.
 */
@ApplicationScoped
public class EarliestStarts {
    @Inject
    CalendarRepository calendars;

    /**
     * The first offered start from {@code now} on, by provider; whoever has none within the terms' horizon is not there.
     *
     * @param providerIds of those providers, or empty: of all active ones
     */
    public Map<UUID, Instant> of(List<UUID> providerIds, SlotTerms terms, Instant now) {
        var engine = new SlotEngine(terms, now);
        var found = new HashMap<UUID, Instant>();
        List<UUID> asked = providerIds;
        Instant reached = now;
        for (Instant end : SearchSteps.ends(now, now.plus(terms.maxHorizon()).plusNanos(1_000), asked.size())) {
            var full = new ArrayList<UUID>();
            for (ProviderSchedule schedule : read(asked, reached, end)) {
                Iterator<Slot> offered = engine.offered(schedule, reached, end);
                if (offered.hasNext()) {
                    found.put(schedule.providerId(), offered.next().start());
                } else {
                    full.add(schedule.providerId());
                }
            }
            if (full.isEmpty()) {
                break;
            }
            asked = full;
            reached = end;
        }
        return found;
    }

    private Iterable<ProviderSchedule> read(List<UUID> providerIds, Instant from, Instant to) {
        return calendars
                .search(CalendarScope.ofSlots(providerIds, from, to))
                .schedules()
                .values();
    }
}
