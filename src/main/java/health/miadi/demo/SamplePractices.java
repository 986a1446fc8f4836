package health.miadi.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import health.miadi.availability.entity.WallSpan;
import health.miadi.availability.entity.WeeklyWindow;
import health.miadi.provider.entity.Provider.Practice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What the sample clinic's providers do, where, and when: made up here, as the people's source does not tell. */
final class SamplePractices {
    /** One with daylight saving time, one half an hour off the hour, one without either. */
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("America/New_York"), ZoneId.of("Asia/Kolkata"), ZoneId.of("Africa/Nairobi"));

    private static final List<Practice> PRACTICES = List.of(
            practice("doctor", "General practice"),
            practice("doctor", "Paediatrics"),
            practice("nurse", "General practice"),
            practice("doctor", "Cardiology"),
            practice("clinical officer", "General practice"),
            practice("midwife", "Obstetrics"),
            practice("doctor", "Dermatology"));

    private static final List<List<WeeklyWindow>> WEEKS = List.of(
            week(List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), span(9, 12), span(13, 17)),
            week(List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), span(8, 14)),
            week(List.of(MONDAY, WEDNESDAY, FRIDAY, SATURDAY), span(10, 13), span(14, 18)),
            week(List.of(TUESDAY, THURSDAY), span(9, 13), span(14, 20)));

    private SamplePractices() {}

    /** What the provider at that place of the list does, and where. */
    static Practice practice(int index) {
        Practice practice = PRACTICES.get(index % PRACTICES.size());
        return new Practice(practice.cadre(), practice.specialization(), ZONES.get(index % ZONES.size()), true);
    }

    /** When the provider at that place of the list works. */
    static List<WeeklyWindow> week(int index) {
        return WEEKS.get(index % WEEKS.size());
    }

    /** Whether the first provider works on that day. */
    static boolean worksOn(LocalDate day) {
        return week(0).stream().anyMatch(window -> window.day() == day.getDayOfWeek());
    }

    private static Practice practice(String cadre, String specialization) {
        return new Practice(cadre, specialization, ZONES.get(0), true);
    }

    private static List<WeeklyWindow> week(List<DayOfWeek> days, WallSpan... spans) {
        List<WeeklyWindow> windows = new ArrayList<>();
        for (DayOfWeek day : days) {
            for (WallSpan span : spans) {
                windows.add(new WeeklyWindow(day, span, null, null));
            }
        }
        return windows;
    }

    private static WallSpan span(int fromHour, int toHour) {
        return new WallSpan(LocalTime.of(fromHour, 0), LocalTime.of(toHour, 0));
    }
}
