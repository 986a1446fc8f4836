package health.miadi.console.database;

import health.miadi.console.storage.Claims;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table into which many objects are put by one statement.
 *
 * @param columns what the statement is given, each an array of texts
 */
record BatchTable(String name, List<Column> columns, String statement) {
    /** A table whose rows are the objects' columns. */
    BatchTable(String name, List<Column> columns) {
        this(name, columns, insert(name, columns));
    }

    /**
     * A column.
     *
     * @param expression of its value, with {@code $} for what {@code text} gives
     * @param text what it holds of an object, as PostgreSQL reads it
     */
    record Column(String name, String expression, Function<StoredObject, @Nullable String> text) {
        static Column of(String name, String type, Function<StoredObject, @Nullable String> text) {
            return new Column(name, "CAST($ AS " + type + ")", text);
        }

        /** The column that an attribute has by its name. */
        static Column of(String attribute, String type) {
            return of(ClassTable.column(attribute), type, object -> attribute(object, attribute));
        }

        static Column constant(String name, String sql) {
            return new Column(name, sql, object -> null);
        }
    }

    static @Nullable String attribute(StoredObject object, String name) {
        return object.value(name).map(Object::toString).orElse(null);
    }

    /** Puts rows in, each column an array of texts. */
    private static String insert(String name, List<Column> columns) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).expression().replace("$", "b.c" + i))
                .collect(Collectors.joining(", "));
        String arrays = columns.stream().map(column -> "CAST(? AS text[])").collect(Collectors.joining(", "));
        String aliases =
                IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        return "INSERT INTO " + name + " (" + names + ") SELECT " + values + " FROM unnest(" + arrays + ") AS b("
                + aliases + ")";
    }

    /** The tables of a class, in the order in which they are filled. */
    static List<BatchTable> of(ObjectClass type) {
        return switch (type) {
            case PATIENT -> List.of(persons("patient"), kind("patients", patientNumber()));
            case PROVIDER ->
                List.of(
                        persons("provider"),
                        kind(
                                "providers",
                                Column.of("cadre", "text"),
                                Column.of("specialization", "text"),
                                Column.of("timeZone", "text"),
                                Column.of("active", "boolean")));
            case USER -> List.of(versioned("users", user()));
            case APPOINTMENT_TYPE -> List.of(versioned("appointment_types", appointmentType()));
            case AVAILABILITY -> List.of(versioned("availability", availability()));
            case EXCEPTION -> List.of(versioned("availability_exceptions", exception()));
            case INSURANCE -> List.of(versioned("insurance", insurance()));
            case APPOINTMENT -> List.of(versioned("appointments", appointment()));
            case MEDICAL_RECORD -> MedicalRecordTable.batch();
        };
    }

    private static BatchTable persons(String kind) {
        return versioned(
                "persons",
                Column.constant("kind", "'" + kind + "'"),
                Column.of("firstName", "text"),
                Column.of("lastName", "text"),
                Column.of("dateOfBirth", "text"),
                Column.of("gender", "text"),
                Column.of("phone", "text"),
                Column.of("email", "text"),
                Column.of("nationalId", "text"),
                confirmed("phone"),
                confirmed("email"),
                confirmed("nationalId"));
    }

    /** Since when a value is confirmed, unless it is a claim (R-PERS-2): no later than when the object was changed last. */
    private static Column confirmed(String attribute) {
        return Column.of(
                ClassTable.column(attribute) + "_confirmed_at",
                "timestamptz",
                object -> object.value(attribute).isEmpty() || Claims.of(object).contains(attribute)
                        ? null
                        : object.value("updatedAt").map(Object::toString).orElse("now"));
    }

    private static BatchTable kind(String name, Column... own) {
        List<Column> columns = new ArrayList<>();
        columns.add(id());
        columns.addAll(List.of(own));
        return new BatchTable(name, columns);
    }

    private static Column patientNumber() {
        return new Column(
                "patient_number",
                "coalesce($, 'PAT-' || to_char(nextval('patient_numbers'), 'FM999999000000'))",
                object -> attribute(object, "patientNumber"));
    }

    private static Column[] user() {
        return new Column[] {
            Column.of("username", "text"),
            Column.of("email", "text"),
            Column.of("passwordHash", "text"),
            Column.of("role", "text"),
            Column.of("enabled", "boolean"),
            Column.of("personId", "uuid"),
            Column.of("openid_issuer", "text", object -> attribute(object, "openIdIssuer")),
            Column.of("openid_subject", "text", object -> attribute(object, "openIdSubject"))
        };
    }

    private static Column[] appointmentType() {
        return new Column[] {
            Column.of("name", "text"),
            Column.of("durationMinutes", "integer"),
            Column.of("slotIntervalMinutes", "integer"),
            Column.of("bufferBeforeMinutes", "integer"),
            Column.of("bufferAfterMinutes", "integer"),
            Column.of("minNoticeMinutes", "integer"),
            Column.of("maxHorizonDays", "integer"),
            Column.of("maxPerDay", "integer"),
            Column.of("patientsMayBook", "boolean")
        };
    }

    private static Column[] availability() {
        return new Column[] {
            Column.of("providerId", "uuid"),
            new Column(
                    "day_of_week",
                    "array_position(ARRAY['monday','tuesday','wednesday','thursday','friday','saturday','sunday'], $)",
                    object -> attribute(object, "dayOfWeek")),
            Column.of("startTime", "time"),
            endTime(),
            Column.of("validFrom", "date"),
            Column.of("validUntil", "date")
        };
    }

    private static Column[] exception() {
        return new Column[] {
            Column.of("providerId", "uuid"),
            Column.of("kind", "text"),
            Column.of("extent", "text"),
            Column.of("startDate", "date"),
            Column.of("endDate", "date"),
            Column.of("startTime", "time"),
            endTime(),
            Column.of("reason", "text")
        };
    }

    /** The end of the day is stored as the midnight at which it ends (R-TIME-3). */
    private static Column endTime() {
        return new Column(
                "end_time", "CAST(replace($, '24:00', '00:00') AS time)", object -> attribute(object, "endTime"));
    }

    private static Column[] insurance() {
        return new Column[] {
            Column.of("patientId", "uuid"),
            Column.of("insurer", "text"),
            Column.of("policyNumber", "text"),
            Column.of("expiryDate", "date"),
            confirmed("policyNumber")
        };
    }

    private static Column[] appointment() {
        return new Column[] {
            Column.of("providerId", "uuid"),
            Column.of("patientId", "uuid"),
            Column.of("appointmentTypeId", "uuid"),
            Column.of("insuranceId", "uuid"),
            Column.of("start_at", "timestamptz", object -> attribute(object, "start")),
            Column.of("end_at", "timestamptz", object -> attribute(object, "end")),
            Column.of("blocked_from", "timestamptz", object -> either(object, "blockedFrom", "start")),
            Column.of("blocked_until", "timestamptz", object -> either(object, "blockedUntil", "end")),
            Column.of("timeZone", "text"),
            Column.of("status", "text"),
            Column.of("reason", "text"),
            Column.constant("last_change", "'booked'"),
            Column.constant("changed_by_role", "'system'")
        };
    }

    private static @Nullable String either(StoredObject object, String name, String otherwise) {
        return attribute(object, object.value(name).isPresent() ? name : otherwise);
    }

    static Column id() {
        return Column.of("id", "uuid", object -> object.id().toString());
    }

    static BatchTable versioned(String name, Column... own) {
        List<Column> columns = new ArrayList<>();
        columns.add(id());
        columns.add(Column.of("version", "integer", object -> Integer.toString(Math.max(1, object.version()))));
        columns.add(instant("created_at", "createdAt"));
        columns.add(instant("updated_at", "updatedAt"));
        columns.addAll(List.of(own));
        return new BatchTable(name, columns);
    }

    static Column instant(String name, String attribute) {
        return new Column(name, "coalesce(CAST($ AS timestamptz), now())", object -> attribute(object, attribute));
    }
}
