package health.miadi.availability.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All that stands in the way of one start, in the order in which {@link SlotEngine#decide} looks for it: the first
 * obstacle leads to the refusal that it answers, and where there is none the start is offered (R-AVAIL-6).
 *
 * @param blocked the time that the appointment would take, buffers included
 * @param windows the working time of the provider's day around it, before absences
 * @param bookedThatDay how many appointments of the kind in question the provider has on that day
 */
public record SlotExplanation(
        Interval blocked, List<Interval> windows, int bookedThatDay, List<SlotObstacle> obstacles) {

    public SlotExplanation {
        windows = List.copyOf(windows);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Explains one start.
     *
     * @param blockers the single appointments and live holds of which {@link ProviderSchedule#busy} is the sum
     */
    static SlotExplanation of(
            SlotEngine engine, ProviderSchedule schedule, Instant start, List<SlotObstacle> blockers) {
        SlotTerms terms = engine.terms();
        Interval blocked = terms.blocked(start);
        WorkingCalendar calendar = schedule.calendar();
        WorkingHours hours = calendar.hours(blocked);
        var obstacles = new ArrayList<SlotObstacle>();
        if (engine.isTooSoon(start)) {
            obstacles.add(new SlotObstacle(ObstacleKind.NOTICE, null));
        }
        if (engine.isTooLate(start)) {
            obstacles.add(new SlotObstacle(ObstacleKind.HORIZON, null));
        }
        addWorkingTime(obstacles, hours, blocked, hours.isStart(start, terms.slotInterval()));
        blockers.stream().filter(blocker -> overlaps(blocker, blocked)).forEach(obstacles::add);
        if (engine.hasVisit(start)) {
            obstacles.add(new SlotObstacle(ObstacleKind.PATIENT_BUSY, null));
        }
        if (engine.hasHold(start)) {
            obstacles.add(new SlotObstacle(ObstacleKind.PATIENT_HOLDS, null));
        }
        if (engine.isFull(schedule, start)) {
            obstacles.add(new SlotObstacle(ObstacleKind.DAILY_LIMIT, null));
        }
        return new SlotExplanation(
                blocked, calendar.hours(day(calendar, start)).windows(), schedule.bookedOnDayOf(start), obstacles);
    }

    private static void addWorkingTime(
            List<SlotObstacle> obstacles, WorkingHours hours, Interval blocked, boolean onGrid) {
        IntervalSet windows = IntervalSet.of(hours.windows());
        boolean covered = windows.covers(blocked);
        if (!covered) {
            obstacles.add(new SlotObstacle(ObstacleKind.OUTSIDE_HOURS, null));
        }
        windows.minus(hours.working()).intervals().stream()
                .filter(blocked::overlaps)
                .forEach(absent -> obstacles.add(new SlotObstacle(ObstacleKind.ABSENCE, absent)));
        if (covered && !onGrid) {
            obstacles.add(new SlotObstacle(ObstacleKind.OFF_GRID, null));
        }
    }

    private static boolean overlaps(SlotObstacle blocker, Interval blocked) {
        Interval time = blocker.time();
        return time != null && time.overlaps(blocked);
    }

    private static Interval day(WorkingCalendar calendar, Instant start) {
        LocalDate day = calendar.dayOf(start);
        return new Interval(
                WallTimes.startOfDay(day, calendar.zone()), WallTimes.startOfDay(day.plusDays(1), calendar.zone()));
    }
}
