package health.miadi.availability.control;

import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.provider.control.CalendarChanges;
import health.miadi.provider.control.StrandedAppointment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the appointments that lie outside working time (R-AVAIL-4): scheduled, not begun, and not wholly within what the calendar
 * of the slots says is worked (R-AVAIL-6). Whoever is not active works at no time.
 */
@ApplicationScoped
public class Stranding implements CalendarChanges {
    @Inject
    CalendarRepository calendars;

    @Inject
    @Any
    Instance<StrandedAppointments> appointments;

    @Inject
    Clock clock;

    /** All of that provider's, by start and id: two queries, however many they are. */
    List<PlannedVisit> of(UUID providerId) {
        List<PlannedVisit> ahead = appointments.stream()
                .flatMap(known -> known.ahead(providerId, clock.instant()).stream())
                .toList();
        if (ahead.isEmpty()) {
            return ahead;
        }
        Instant end = ahead.stream()
                .map(visit -> visit.time().end())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        CalendarScope scope =
                CalendarScope.ofHours(List.of(providerId), ahead.get(0).time().start(), end);
        ProviderSchedule schedule = calendars.read(scope).schedules().get(providerId);
        return ahead.stream()
                .filter(visit -> schedule == null || !schedule.calendar().isWorkedThroughout(visit.time()))
                .toList();
    }

    /** Those appointments as the API answers them. */
    List<? extends StrandedAppointment> answers(UUID providerId, List<PlannedVisit> visits) {
        List<UUID> ids = visits.stream().map(PlannedVisit::id).toList();
        return appointments.stream()
                .flatMap(known -> known.answers(providerId, ids).stream())
                .toList();
    }

    @Override
    public List<? extends StrandedAppointment> stranding(UUID providerId, Runnable change) {
        return stranding(providerId, change, time -> false);
    }

    /**
     * Makes a change, and finds what it strands.
     *
     * @param change ends with everything written
     * @param named whether what lies at that time is named even though it was stranded before
     */
    List<? extends StrandedAppointment> stranding(UUID providerId, Runnable change, Predicate<Interval> named) {
        Set<UUID> before = of(providerId).stream().map(PlannedVisit::id).collect(Collectors.toSet());
        change.run();
        List<PlannedVisit> stranded = of(providerId).stream()
                .filter(visit -> !before.contains(visit.id()) || named.test(visit.time()))
                .toList();
        return answers(providerId, stranded);
    }
}
