package health.miadi.availability.entity;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A second slot engine, deliberately simple: it looks at a clock on the wall once a minute and ticks off what it sees. It
 * knows nothing of offsets, gaps and overlaps; the tests compare the real one with it.
 */
final class MinuteByMinute {

    private final ZoneId zone;
    private final Instant origin;
    private final LocalDateTime[] clock;
    private final Map<LocalDateTime, Integer> firstSeen = new HashMap<>();
    private final Map<LocalDateTime, Integer> lastSeen = new HashMap<>();

    /** A clock of {@code zone} that is watched on the UTC days {@code [first, last]}, which lie wide around what is asked. */
    MinuteByMinute(ZoneId zone, LocalDate first, LocalDate last) {
        this.zone = zone;
        this.origin = first.atStartOfDay(ZoneId.of("UTC")).toInstant();
        this.clock = new LocalDateTime[(int) (last.toEpochDay() - first.toEpochDay() + 1) * 24 * 60];
        for (int minute = 0; minute < clock.length; minute++) {
            clock[minute] = LocalDateTime.ofInstant(instant(minute), zone);
            firstSeen.putIfAbsent(clock[minute], minute);
            lastSeen.put(clock[minute], minute);
        }
    }

    /** Why each minute in {@code [from, to)} is no offered start; null where it is one. */
    List<@Nullable SlotRefusal> refusals(
            ProviderSchedule schedule, SlotTerms terms, Instant now, Instant from, Instant to) {
        boolean[] grid = new boolean[clock.length];
        boolean[] works = new boolean[clock.length];
        boolean[] absent = new boolean[clock.length];
        boolean[] taken = new boolean[clock.length];
        LocalDate lastWhole = date(clock.length - 1).minusDays(2);
        for (LocalDate day = date(0).plusDays(1); !day.isAfter(lastWhole); day = day.plusDays(1)) {
            tick(schedule.calendar(), day, grid, works, absent, (int)
                    terms.slotInterval().toMinutes());
        }
        through(schedule.calendar(), grid, works, absent, (int)
                terms.slotInterval().toMinutes());
        for (Interval busy : schedule.busy().intervals()) {
            fill(taken, minute(busy.start()), minute(busy.end()));
        }
        var refusals = new ArrayList<@Nullable SlotRefusal>();
        for (int start = minute(from); start < minute(to); start++) {
            refusals.add(refusal(schedule, terms, now, start, grid, works, absent, taken));
        }
        return refusals;
    }

    private void tick(
            WorkingCalendar calendar, LocalDate day, boolean[] grid, boolean[] works, boolean[] absent, int step) {
        for (WeeklyWindow rule : calendar.weekly()) {
            boolean begun = rule.validFrom() == null || day.compareTo(rule.validFrom()) >= 0;
            boolean ended = rule.validUntil() != null && day.compareTo(rule.validUntil()) > 0;
            if (day.getDayOfWeek() == rule.day() && begun && !ended) {
                window(begins(day, rule.span()), ends(day, rule.span()), grid, works, step);
            }
        }
        for (DatedException exception : calendar.exceptions()) {
            if (exception.time() instanceof EachDay time
                    && day.compareTo(time.firstDay()) >= 0
                    && day.compareTo(time.lastDay()) <= 0) {
                WallSpan span = time.span();
                if (span == null) {
                    fill(absent, firstOfDay(day), firstOfDay(day.plusDays(1)));
                } else if (exception.kind() == ExceptionKind.ABSENT) {
                    fill(absent, begins(day, span), ends(day, span));
                } else {
                    window(begins(day, span), ends(day, span), grid, works, step);
                }
            }
        }
    }

    private void through(WorkingCalendar calendar, boolean[] grid, boolean[] works, boolean[] absent, int step) {
        for (DatedException exception : calendar.exceptions()) {
            if (exception.time() instanceof Through time) {
                LocalDateTime until = time.until();
                int begin = seen(firstSeen, time.from());
                int end = until.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? firstOfDay(until.toLocalDate())
                        : seen(lastSeen, until);
                if (exception.kind() == ExceptionKind.ABSENT) {
                    fill(absent, begin, end);
                } else {
                    window(begin, end, grid, works, step);
                }
            }
        }
    }

    private void window(int begin, int end, boolean[] grid, boolean[] works, int step) {
        fill(works, begin, end);
        for (int start = begin; start < end; start += step) {
            if (start >= 0) {
                grid[start] = true;
            }
        }
    }

    private @Nullable SlotRefusal refusal(
            ProviderSchedule schedule,
            SlotTerms terms,
            Instant now,
            int start,
            boolean[] grid,
            boolean[] works,
            boolean[] absent,
            boolean[] taken) {
        if (instant(start).isBefore(now.plus(terms.minNotice()))) {
            return SlotRefusal.NOTICE_TOO_SHORT;
        }
        if (instant(start).isAfter(now.plus(terms.maxHorizon()))) {
            return SlotRefusal.BEYOND_HORIZON;
        }
        int first = start - (int) terms.bufferBefore().toMinutes();
        int end = start + (int) terms.duration().plus(terms.bufferAfter()).toMinutes();
        boolean someoneElse = false;
        for (int minute = first; minute < end; minute++) {
            if (!grid[start] || !works[minute] || absent[minute]) {
                return SlotRefusal.NOT_OFFERED;
            }
            someoneElse |= taken[minute];
        }
        if (someoneElse) {
            return SlotRefusal.TAKEN;
        }
        Integer limit = terms.maxPerDay();
        int booked = schedule.bookedPerDay().getOrDefault(date(start), 0);
        return limit != null && booked >= limit ? SlotRefusal.DAILY_LIMIT : null;
    }

    private int begins(LocalDate day, WallSpan span) {
        LocalDateTime wall = day.atTime(span.start());
        return seen(firstSeen, wall);
    }

    private int ends(LocalDate day, WallSpan span) {
        if (span.end().equals(LocalTime.MIDNIGHT)) {
            return firstOfDay(day.plusDays(1));
        }
        LocalDateTime wall = (span.end().isAfter(span.start()) ? day : day.plusDays(1)).atTime(span.end());
        return seen(lastSeen, wall);
    }

    private int seen(Map<LocalDateTime, Integer> occurrences, LocalDateTime wall) {
        Integer minute = occurrences.get(wall);
        return minute != null ? minute : requireNonNull(occurrences.get(afterJump(wall)));
    }

    /** The time as much after the jump that skips {@code wall} as {@code wall} is after the last minute before the jump. */
    private LocalDateTime afterJump(LocalDateTime wall) {
        int after = 1;
        while (clock[after].isBefore(wall) || clock[after - 1].isAfter(wall)) {
            after++;
        }
        return wall.plus(Duration.between(clock[after - 1], clock[after])).minusMinutes(1);
    }

    private int firstOfDay(LocalDate day) {
        int minute = 0;
        while (date(minute).isBefore(day)) {
            minute++;
        }
        return minute;
    }

    private void fill(boolean[] minutes, int from, int to) {
        for (int minute = Math.max(0, from); minute < Math.min(to, minutes.length); minute++) {
            minutes[minute] = true;
        }
    }

    private LocalDate date(int minute) {
        return clock[minute].toLocalDate();
    }

    private Instant instant(int minute) {
        return origin.plus(Duration.ofMinutes(minute));
    }

    private int minute(Instant instant) {
        return (int) Duration.between(origin, instant).toMinutes();
    }

    @Override
    public String toString() {
        return zone + " from " + origin;
    }
}
