package health.miadi.statistics.control;

import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.availability.control.BookingTerms;
import health.miadi.availability.control.CalendarRepository;
import health.miadi.availability.control.CalendarScope;
import health.miadi.availability.control.EarliestStarts;
import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.availability.entity.WorkingCalendar;
import health.miadi.identity.entity.Role;
import health.miadi.shared.refusal.Refusal;
import health.miadi.statistics.entity.DaySpan;
import health.miadi.statistics.entity.Tally;
import health.miadi.statistics.entity.ZoneStretch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws up how the clinic is doing, by six queries at most, however many providers, days and appointments there are. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed(Role.Name.ADMIN)
public class ClinicStatistics {
    @Inject
    StatisticsRepository statistics;

    @Inject
    CalendarRepository calendars;

    @Inject
    EarliestStarts earliest;

    @Inject
    BookingTerms terms;

    @Inject
    Clock clock;

    /**
     * How the clinic is doing.
     *
     * @param at when this was so
     * @param days what starts on each day, in order
     * @param all what starts on all days together
     * @param providers those who are active, by name
     */
    public record Report(Instant at, Map<LocalDate, Tally> days, Tally all, List<ProviderReport> providers) {}

    /**
     * How full a provider's calendar is.
     *
     * @param tally what starts on the days
     * @param availableMinutes the time worked on the days
     * @param nextFreeStart the next offered start for an appointment as the clinic's defaults have it, null when there is
     *     none within the horizon
     */
    public record ProviderReport(
            CountedProvider provider,
            Tally tally,
            long availableMinutes,
            @Nullable Instant nextFreeStart) {}

    /**
     * Draws it up.
     *
     * @param named only of those providers, or empty: of all
     * @throws Refusal {@code not-found} when a named provider does not exist
     */
    public Report of(DaySpan span, List<UUID> named) {
        List<CountedProvider> providers = statistics.providers(named);
        if (providers.size() < named.size()) {
            throw Refusal.notFound();
        }
        List<ZoneStretch> stretches = providers.stream()
                .map(CountedProvider::zone)
                .distinct()
                .flatMap(zone -> ZoneStretch.of(zone, span).stream())
                .toList();
        Tallies tallies = statistics.count(span, stretches, named);
        Instant now = clock.instant();
        return new Report(now, days(span, tallies), all(tallies), reports(providers, span, tallies, named, now));
    }

    private static Map<LocalDate, Tally> days(DaySpan span, Tallies tallies) {
        var days = new LinkedHashMap<LocalDate, Tally>();
        span.days().forEach(day -> days.put(day, tallies.on(day)));
        return days;
    }

    private static Tally all(Tallies tallies) {
        var all = new Tally();
        for (Tally day : tallies.byDay().values()) {
            for (AppointmentStatus status : AppointmentStatus.values()) {
                all.add(status, day.of(status), 0);
            }
        }
        return all;
    }

    private List<ProviderReport> reports(
            List<CountedProvider> providers, DaySpan span, Tallies tallies, List<UUID> named, Instant now) {
        Interval days = span.anywhere();
        Map<UUID, ProviderSchedule> schedules = calendars
                .search(CalendarScope.ofHours(named, days.start(), days.end()))
                .schedules();
        Map<UUID, Instant> next = earliest.of(named, terms.of(null, null), now);
        return providers.stream()
                .filter(CountedProvider::active)
                .map(provider -> new ProviderReport(
                        provider,
                        tallies.of(provider.id()),
                        worked(schedules.get(provider.id()), span),
                        next.get(provider.id())))
                .toList();
    }

    /** Nothing is worked in a zone that is not known any more. */
    private static long worked(@Nullable ProviderSchedule schedule, DaySpan span) {
        if (schedule == null) {
            return 0;
        }
        WorkingCalendar calendar = schedule.calendar();
        return span.in(calendar.zone())
                .map(days -> calendar.hours(days).working().lengthWithin(days))
                .orElse(Duration.ZERO)
                .toMinutes();
    }
}
