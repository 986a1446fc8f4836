package health.miadi.testing;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.UUID;

/**
 * A provider of one test.
 *
 * @param zone IANA zone of the working hours
 * @param api the API as this provider
 */
public record TestProvider(UUID id, String zone, Api api) {

    /** Days between today and the first day that {@link #monday} may answer: enough for every rule about notice. */
    private static final int DAYS_AHEAD = 7;

    /** Adds a weekly window on Mondays, {@code HH:mm} in the provider's zone. */
    public TestProvider workingMondays(String from, String to) {
        return working(DayOfWeek.MONDAY, from, to);
    }

    /** The same from {@link #monday} on: whoever looks for the next free times on a Monday finds none of today's, which are fewer each hour. */
    public TestProvider workingMondaysAhead(String from, String to) {
        api.post(
                        "/providers/" + id + "/availability",
                        Json.object(
                                "dayOfWeek",
                                "monday",
                                "startTime",
                                from,
                                "endTime",
                                to,
                                "validFrom",
                                monday().toString()))
                .expect(201);
        return this;
    }

    /** Adds a weekly window on every day of the week. */
    public TestProvider workingDaily(String from, String to) {
        for (DayOfWeek day : DayOfWeek.values()) {
            working(day, from, to);
        }
        return this;
    }

    /** Adds a weekly window. */
    public TestProvider working(DayOfWeek day, String from, String to) {
        api.post(
                        "/providers/" + id + "/availability",
                        Json.object("dayOfWeek", day.name().toLowerCase(Locale.ROOT), "startTime", from, "endTime", to))
                .expect(201);
        return this;
    }

    /** A Monday that is at least a week away, in the provider's zone. */
    public LocalDate monday() {
        return LocalDate.now(Clock.system(ZoneId.of(zone)))
                .plusDays(DAYS_AHEAD)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    /** A wall-clock time ({@code HH:mm}) on {@link #monday}. */
    public Instant mondayAt(String time) {
        return at(monday(), time);
    }

    /** A wall-clock time ({@code HH:mm}) on a day, in the provider's zone. */
    public Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZoneId.of(zone)).toInstant();
    }
}
