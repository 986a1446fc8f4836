package health.miadi.availability.control;

import health.miadi.availability.entity.DatedException;
import health.miadi.availability.entity.ExceptionExtent;
import health.miadi.availability.entity.ExceptionKind;
import health.miadi.availability.entity.ExceptionTime;
import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.IntervalSet;
import health.miadi.availability.entity.PatientTime;
import health.miadi.availability.entity.ProviderSchedule;
import health.miadi.availability.entity.TypeConditions;
import health.miadi.availability.entity.WallSpan;
import health.miadi.availability.entity.WeeklyWindow;
import health.miadi.availability.entity.WorkingCalendar;
import health.miadi.shared.time.Zones;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts the rows of a {@link CalendarSql} together. */
final class CalendarRows {
    private static final Logger LOG = Logger.getLogger(CalendarRows.class.getName());
    /** Names that the log has been told of already. */
    private static final Set<String> REMOVED = ConcurrentHashMap.newKeySet();

    private static final int KIND = 0;
    private static final int ID = 1;
    private static final int ZONE = 2;
    private static final int MATCHES = 3;
    private static final int WEEKLY = 4;
    private static final int EXCEPTIONS = 5;
    private static final int BUSY = 6;
    private static final int BOOKED = 7;
    /** Where a patient's row has how many visits are open, where it says so. */
    private static final int OPEN_VISITS = 3;
    /** Where it has how many of them the patient booked within a day, where it says so. */
    private static final int OWN_BOOKINGS = 4;
    /** Where a patient's row has what is held. */
    private static final int HOLDS = 7;
    /** What {@link CalendarSql} packs the conditions of a type into. */
    private static final int CONDITIONS = 4;
    /** Bytes of the two instants of a busy time. */
    private static final int INTERVAL_BYTES = 16;

    private final Map<UUID, ProviderSchedule> schedules = new LinkedHashMap<>();
    private final Set<UUID> known = new HashSet<>();
    private @Nullable PatientTime patient;
    private OwnVisits ownVisits = OwnVisits.NONE;
    private @Nullable TypeConditions type;

    void add(Object[] row) {
        switch (((Number) row[KIND]).intValue()) {
            case CalendarSql.PROVIDER -> provider((UUID) row[ID], row);
            case CalendarSql.TYPE -> type = type(new Packed(row[CONDITIONS]));
            case CalendarSql.PATIENT -> {
                patient = new PatientTime(busy(new Packed(row[BUSY])), busy(new Packed(row[HOLDS])));
                ownVisits = row[OPEN_VISITS] == null
                        ? OwnVisits.NONE
                        : new OwnVisits(((Number) row[OPEN_VISITS]).intValue(), new Packed(row[OWN_BOOKINGS]).number());
            }
            default -> throw new IllegalStateException("a row of an unknown kind");
        }
    }

    CalendarReading reading() {
        return new CalendarReading(schedules, Set.copyOf(known), type, patient, ownVisits);
    }

    private void provider(UUID id, Object[] row) {
        known.add(id);
        ZoneId zone = ((Number) row[MATCHES]).intValue() == 1 ? zone(String.valueOf(row[ZONE])) : null;
        if (zone != null) {
            var calendar =
                    new WorkingCalendar(zone, weekly(new Packed(row[WEEKLY])), exceptions(new Packed(row[EXCEPTIONS])));
            schedules.put(
                    id,
                    new ProviderSchedule(
                            id, calendar, busy(new Packed(row[BUSY])), booked(new Packed(row[BOOKED]), calendar)));
        }
    }

    private static List<WeeklyWindow> weekly(Packed packed) {
        var windows = new ArrayList<WeeklyWindow>();
        while (packed.hasMore()) {
            windows.add(new WeeklyWindow(
                    DayOfWeek.of(packed.number()),
                    new WallSpan(packed.time(), packed.time()),
                    packed.finiteDay(),
                    packed.finiteDay()));
        }
        return windows;
    }

    private static List<DatedException> exceptions(Packed packed) {
        var exceptions = new ArrayList<DatedException>();
        while (packed.hasMore()) {
            ExceptionKind kind = packed.number() == 1 ? ExceptionKind.EXTRA : ExceptionKind.ABSENT;
            ExceptionExtent extent = packed.number() == 1 ? ExceptionExtent.THROUGH : ExceptionExtent.EACH_DAY;
            boolean wholeDays = packed.number() == 1;
            LocalTime start = packed.time();
            LocalTime end = packed.time();
            exceptions.add(new DatedException(
                    kind,
                    ExceptionTime.of(
                            extent, packed.day(), packed.day(), wholeDays ? null : start, wholeDays ? null : end)));
        }
        return exceptions;
    }

    private static IntervalSet busy(Packed packed) {
        var busy = new ArrayList<Interval>(packed.left(INTERVAL_BYTES));
        while (packed.hasMore()) {
            busy.add(new Interval(packed.instant(), packed.instant()));
        }
        return IntervalSet.of(busy);
    }

    /** Days are counted by the zone as the engine knows it, not as the database does (R-TIME-4). */
    private static Map<LocalDate, Integer> booked(Packed packed, WorkingCalendar calendar) {
        var booked = new HashMap<LocalDate, Integer>();
        while (packed.hasMore()) {
            booked.merge(calendar.dayOf(packed.instant()), 1, Integer::sum);
        }
        return booked;
    }

    private static TypeConditions type(Packed packed) {
        return new TypeConditions(
                packed.number(),
                packed.number(),
                packed.number(),
                packed.number(),
                packed.optional(),
                packed.optional(),
                packed.optional(),
                packed.number() == 1);
    }

    /** The zone, or null: the time zone database no longer has it, and nothing can be offered in it. */
    private static @Nullable ZoneId zone(String name) {
        ZoneId zone = Zones.named(name).orElse(null);
        if (zone == null && REMOVED.add(name)) {
            LOG.log(Level.WARNING, "a provider''s time zone is not known any more: {0}", name);
        }
        return zone;
    }
}
