package health.miadi.console.file;

import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.availability.entity.DatedException;
import health.miadi.availability.entity.ExceptionExtent;
import health.miadi.availability.entity.ExceptionKind;
import health.miadi.availability.entity.ExceptionTime;
import health.miadi.availability.entity.TypeConditions;
import health.miadi.availability.entity.WallSpan;
import health.miadi.availability.entity.WeeklyWindow;
import health.miadi.console.storage.AttributeKind;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.StoredObject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what objects have as the types that the rules speak of. */
final class Values {
    private Values() {}

    static String text(StoredObject object, String name) {
        return required(object, name).toString();
    }

    static UUID id(StoredObject object, String name) {
        return (UUID) required(object, name);
    }

    static @Nullable UUID optionalId(StoredObject object, String name) {
        return (UUID) object.attributes().get(name);
    }

    static Instant instant(StoredObject object, String name) {
        return (Instant) required(object, name);
    }

    static int number(StoredObject object, String name) {
        return (Integer) required(object, name);
    }

    static boolean truth(StoredObject object, String name) {
        return Boolean.TRUE.equals(object.attributes().get(name));
    }

    static AppointmentStatus status(StoredObject appointment) {
        return AppointmentStatus.ofWord(text(appointment, "status"));
    }

    /** The ids of the objects that it names. */
    static List<UUID> references(StoredObject object) {
        return object.type().attributes().stream()
                .filter(attribute -> attribute.kind() == AttributeKind.REFERENCE)
                .map(attribute -> optionalId(object, attribute.name()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The window of a weekly rule. */
    static WeeklyWindow window(StoredObject rule) {
        return new WeeklyWindow(
                DayOfWeek.valueOf(text(rule, "dayOfWeek").toUpperCase(Locale.ROOT)),
                span(text(rule, "startTime"), text(rule, "endTime")),
                (LocalDate) rule.attributes().get("validFrom"),
                (LocalDate) rule.attributes().get("validUntil"));
    }

    /** What an exception is and when. */
    static DatedException dated(StoredObject exception) {
        Object from = exception.attributes().get("startTime");
        Object to = exception.attributes().get("endTime");
        return new DatedException(
                ExceptionKind.valueOf(text(exception, "kind").toUpperCase(Locale.ROOT)),
                ExceptionTime.of(
                        ExceptionExtent.valueOf(text(exception, "extent").toUpperCase(Locale.ROOT)),
                        (LocalDate) required(exception, "startDate"),
                        (LocalDate) required(exception, "endDate"),
                        from == null ? null : LocalTime.parse(from.toString()),
                        to == null ? null : ending(to.toString())));
    }

    /** On what conditions an appointment type is booked. */
    static TypeConditions conditions(StoredObject type) {
        return new TypeConditions(
                number(type, "durationMinutes"),
                number(type, "slotIntervalMinutes"),
                number(type, "bufferBeforeMinutes"),
                number(type, "bufferAfterMinutes"),
                (Integer) type.attributes().get("minNoticeMinutes"),
                (Integer) type.attributes().get("maxHorizonDays"),
                (Integer) type.attributes().get("maxPerDay"),
                truth(type, "patientsMayBook"));
    }

    /** {@code 24:00} is midnight at the end of the day (R-TIME-3). */
    private static WallSpan span(String start, String end) {
        return new WallSpan(LocalTime.parse(start), ending(end));
    }

    private static LocalTime ending(String end) {
        return end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end);
    }

    private static Object required(StoredObject object, String name) {
        Object value = object.attributes().get(name);
        if (value == null) {
            throw new InvalidAttributeException(name, "is required");
        }
        return value;
    }
}
