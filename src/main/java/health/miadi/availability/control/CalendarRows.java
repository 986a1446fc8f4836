package health.miadi.availability.control;

import health.miadi.availability.entity.DatedException;
import health.miadi.availability.entity.ExceptionKind;
import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.IntervalSet;
import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.availability.entity.TypeConditions;
import health.miadi.availability.entity.WallSpan;
import health.miadi.availability.entity.WeeklyWindow;
import health.miadi.availability.entity.WorkingCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts the rows of a {@link CalendarSql} together. */
final class CalendarRows {
    private static final Logger LOG = Logger.getLogger(CalendarRows.class.getName());
    private static final int FIRST_NUMBER = 3;

    private final Map<UUID, Parts> providers = new LinkedHashMap<>();
    private final List<Interval> patientBusy = new ArrayList<>();
    private @Nullable TypeConditions type;

    void add(Object[] row) {
        UUID id = (UUID) row[1];
        switch (((Number) row[0]).intValue()) {
            case CalendarSql.PROVIDER -> of(id).known(number(row, 1) == 1, String.valueOf(row[2]));
            case CalendarSql.WEEKLY -> of(id).weekly.add(weekly(row));
            case CalendarSql.EXCEPTION -> of(id).exceptions.add(exception(row));
            case CalendarSql.BUSY -> of(id).busy.add(interval(row));
            case CalendarSql.BOOKED -> of(id).booked.put(LocalDate.ofEpochDay(number(row, 1)), (int) number(row, 2));
            case CalendarSql.PATIENT -> patientBusy.add(interval(row));
            case CalendarSql.TYPE -> type = type(row);
            default -> throw new IllegalStateException("a row of an unknown kind");
        }
    }

    CalendarReading reading() {
        var schedules = new LinkedHashMap<UUID, ProviderSchedule>();
        providers.forEach((id, parts) -> {
            ZoneId zone = parts.zone;
            if (zone != null) {
                schedules.put(id, parts.schedule(id, zone));
            }
        });
        return new CalendarReading(schedules, Map.copyOf(providers).keySet(), type, IntervalSet.of(patientBusy));
    }

    private Parts of(UUID id) {
        return providers.computeIfAbsent(id, unused -> new Parts());
    }

    private static WeeklyWindow weekly(Object[] row) {
        return new WeeklyWindow(
                DayOfWeek.of((int) number(row, 1)),
                new WallSpan(time(number(row, 2)), time(number(row, 3))),
                day(row, 4),
                day(row, 5));
    }

    private static DatedException exception(Object[] row) {
        WallSpan span = row[FIRST_NUMBER] == null ? null : new WallSpan(time(number(row, 1)), time(number(row, 2)));
        return new DatedException(
                ExceptionKind.valueOf(String.valueOf(row[2]).toUpperCase(Locale.ROOT)),
                LocalDate.ofEpochDay(number(row, 3)),
                LocalDate.ofEpochDay(number(row, 4)),
                span);
    }

    private static TypeConditions type(Object[] row) {
        return new TypeConditions(
                (int) number(row, 1),
                (int) number(row, 2),
                (int) number(row, 3),
                (int) number(row, 4),
                optional(row, 5),
                optional(row, 6),
                optional(row, 7),
                number(row, 8) == 1);
    }

    private static Interval interval(Object[] row) {
        return new Interval(instant(number(row, 1)), instant(number(row, 2)));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static LocalTime time(long minutes) {
        return LocalTime.ofSecondOfDay(minutes * 60);
    }

    private static @Nullable LocalDate day(Object[] row, int index) {
        return row[FIRST_NUMBER + index - 1] == null ? null : LocalDate.ofEpochDay(number(row, index));
    }

    private static @Nullable Integer optional(Object[] row, int index) {
        return row[FIRST_NUMBER + index - 1] == null ? null : (int) number(row, index);
    }

    private static long number(Object[] row, int index) {
        return ((Number) row[FIRST_NUMBER + index - 1]).longValue();
    }

    /** What is known of one provider. */
    private static final class Parts {
        private final List<WeeklyWindow> weekly = new ArrayList<>();
        private final List<DatedException> exceptions = new ArrayList<>();
        private final List<Interval> busy = new ArrayList<>();
        private final Map<LocalDate, Integer> booked = new HashMap<>();
        private @Nullable ZoneId zone;

        void known(boolean matches, String zoneName) {
            if (matches) {
                zone = zone(zoneName);
            }
        }

        ProviderSchedule schedule(UUID id, ZoneId known) {
            return new ProviderSchedule(
                    id, new WorkingCalendar(known, weekly, exceptions), IntervalSet.of(busy), booked);
        }

        /** The zone, or null: the time zone database no longer has it, and nothing can be offered in it. */
        private static @Nullable ZoneId zone(String name) {
            try {
                return ZoneId.of(name);
            } catch (DateTimeException unknown) {
                LOG.log(Level.WARNING, "a provider''s time zone is not known any more: {0}", name);
                return null;
            }
        }
    }
}
