package health.miadi.availability.entity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A provider's schedule that reads as a sentence: {@code aProvider().in("Asia/Kathmandu").working(MONDAY, "09:00", "17:00")}. */
final class ScheduleFixture {

    static final UUID PROVIDER = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final Set<DayOfWeek> EVERY_DAY = Collections.unmodifiableSet(EnumSet.allOf(DayOfWeek.class));

    private final List<WeeklyWindow> weekly = new ArrayList<>();
    private final List<DatedException> exceptions = new ArrayList<>();
    private final List<Interval> busy = new ArrayList<>();
    private final Map<LocalDate, Integer> booked = new HashMap<>();
    private UUID id = PROVIDER;
    private ZoneId zone = ZoneId.of("UTC");

    private ScheduleFixture() {}

    static ScheduleFixture aProvider() {
        return new ScheduleFixture();
    }

    ScheduleFixture named(UUID providerId) {
        id = providerId;
        return this;
    }

    ScheduleFixture in(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    ScheduleFixture working(DayOfWeek day, String from, String to) {
        weekly.add(new WeeklyWindow(day, span(from, to), null, null));
        return this;
    }

    ScheduleFixture workingDaily(String from, String to) {
        EVERY_DAY.forEach(day -> working(day, from, to));
        return this;
    }

    ScheduleFixture workingBetween(String first, String last, DayOfWeek day, String from, String to) {
        weekly.add(new WeeklyWindow(day, span(from, to), LocalDate.parse(first), LocalDate.parse(last)));
        return this;
    }

    ScheduleFixture absent(String first, String last) {
        exceptions.add(new DatedException(
                ExceptionKind.ABSENT, new EachDay(LocalDate.parse(first), LocalDate.parse(last), null)));
        return this;
    }

    ScheduleFixture absent(String first, String last, String from, String to) {
        return dated(ExceptionKind.ABSENT, first, last, from, to);
    }

    ScheduleFixture extra(String first, String last, String from, String to) {
        return dated(ExceptionKind.EXTRA, first, last, from, to);
    }

    ScheduleFixture absentThrough(String from, String until) {
        exceptions.add(new DatedException(
                ExceptionKind.ABSENT, new Through(LocalDateTime.parse(from), LocalDateTime.parse(until))));
        return this;
    }

    ScheduleFixture extraThrough(String from, String until) {
        exceptions.add(new DatedException(
                ExceptionKind.EXTRA, new Through(LocalDateTime.parse(from), LocalDateTime.parse(until))));
        return this;
    }

    private ScheduleFixture dated(ExceptionKind kind, String first, String last, String from, String to) {
        exceptions.add(
                new DatedException(kind, new EachDay(LocalDate.parse(first), LocalDate.parse(last), span(from, to))));
        return this;
    }

    ScheduleFixture busy(String from, String to) {
        busy.add(new Interval(at(from), at(to)));
        return this;
    }

    ScheduleFixture booked(String day, int times) {
        booked.put(LocalDate.parse(day), times);
        return this;
    }

    ProviderSchedule schedule() {
        return new ProviderSchedule(id, new WorkingCalendar(zone, weekly, exceptions), IntervalSet.of(busy), booked);
    }

    /** The instant of a wall-clock time of the provider; one that occurs twice is the first of the two. */
    Instant wall(String time) {
        return LocalDateTime.parse(time).atZone(zone).toInstant();
    }

    static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    static WallSpan span(String from, String to) {
        return new WallSpan(LocalTime.parse(from), to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
    }
}
