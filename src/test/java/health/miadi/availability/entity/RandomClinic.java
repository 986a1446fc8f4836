package health.miadi.availability.entity;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Schedules and terms drawn at random around a day, whole minutes throughout, with a liking for the small hours. */
final class RandomClinic {

    private final Random random;
    private final LocalDate day;

    RandomClinic(long seed, LocalDate day) {
        this.random = new Random(seed);
        this.day = day;
    }

    ProviderSchedule schedule(ZoneId zone) {
        var calendar = new WorkingCalendar(zone, list(4, this::window), list(3, this::exception));
        var booked = new HashMap<LocalDate, Integer>();
        booked.put(someDay(), random.nextInt(3));
        booked.put(someDay(), random.nextInt(3));
        return new ProviderSchedule(ScheduleFixture.PROVIDER, calendar, IntervalSet.of(list(3, this::busy)), booked);
    }

    TermsFixture terms() {
        return TermsFixture.minutes(15 * (1 + random.nextInt(8)))
                .every(5 * (1 + random.nextInt(12)))
                .buffers(chance(2) ? 0 : random.nextInt(40), chance(2) ? 0 : random.nextInt(40))
                .atMostPerDay(chance(3) ? 1 + random.nextInt(3) : null);
    }

    /** A patient who is busy and holds times, and perhaps an appointment that moves. */
    SlotPurpose purpose() {
        var patient = new PatientTime(IntervalSet.of(list(3, this::busy)), IntervalSet.of(list(2, this::busy)));
        return new SlotPurpose(patient, chance(2) ? busy() : null);
    }

    /** A time of some appointment around the day. */
    Interval visit() {
        return busy();
    }

    /** An instant from two days before the day to a day after it. */
    Instant someTime() {
        return day.minusDays(2)
                .atStartOfDay(ZoneId.of("UTC"))
                .toInstant()
                .plus(Duration.ofMinutes(5L * random.nextInt(3 * 24 * 12)));
    }

    <T> List<T> shuffled(List<T> list) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private WeeklyWindow window() {
        LocalDate begins = someDay();
        LocalDate from = chance(3) ? someDay() : null;
        LocalDate until = chance(3) ? (from == null ? begins : from).plusDays(random.nextInt(4)) : null;
        return new WeeklyWindow(DayOfWeek.from(begins), span(), from, until);
    }

    private DatedException exception() {
        LocalDate first = someDay();
        LocalDate last = first.plusDays(random.nextInt(3));
        boolean extra = chance(2);
        if (chance(3)) {
            return new DatedException(extra ? ExceptionKind.EXTRA : ExceptionKind.ABSENT, through(first, last));
        }
        @Nullable WallSpan part = extra || chance(2) ? span() : null;
        return new DatedException(extra ? ExceptionKind.EXTRA : ExceptionKind.ABSENT, new EachDay(first, last, part));
    }

    private Through through(LocalDate first, LocalDate last) {
        LocalTime end = chance(10) ? LocalTime.MIDNIGHT : time();
        LocalDateTime from = first.atTime(time());
        LocalDateTime until = last.atTime(end);
        return new Through(from, until.isAfter(from) ? until : from.plusMinutes(1 + random.nextInt(600)));
    }

    private Interval busy() {
        Instant start = someTime().plus(1, ChronoUnit.DAYS);
        return new Interval(start, start.plus(Duration.ofMinutes(1 + random.nextInt(150))));
    }

    private WallSpan span() {
        LocalTime start = chance(10) ? LocalTime.MIDNIGHT : time();
        LocalTime end = chance(10) ? LocalTime.MIDNIGHT : time();
        boolean empty = end.equals(start) && !start.equals(LocalTime.MIDNIGHT);
        return new WallSpan(start, empty ? start.plusHours(1) : end);
    }

    private LocalTime time() {
        int step = chance(4) ? 1 : 15;
        int minute = step * random.nextInt((chance(2) ? 4 : 24) * 60 / step);
        return LocalTime.ofSecondOfDay(Math.floorMod(chance(3) ? -minute : minute, 24 * 60) * 60L);
    }

    private LocalDate someDay() {
        return day.plusDays(random.nextInt(4) - 2L);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> List<T> list(int atMost, Supplier<T> element) {
        var list = new ArrayList<T>();
        for (int i = random.nextInt(atMost + 1); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }
}
