package health.miadi.console.database;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.Claims;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import health.miadi.shared.time.PartialDate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the objects of a class stand.
 *
 * @param from the tables; the one with id and version is {@code o}
 * @param expressions what an attribute is where it is not the column of its name
 */
record ClassTable(ObjectClass type, String from, Map<String, String> expressions) {
    private static final String WEEKDAYS =
            "(ARRAY['monday','tuesday','wednesday','thursday','friday','saturday','sunday'])[o.day_of_week]";

    static ClassTable of(ObjectClass type) {
        return switch (type) {
            case PATIENT ->
                new ClassTable(
                        type,
                        "patients k JOIN persons o ON o.id = k.id",
                        Map.of(
                                "patientNumber",
                                "k.patient_number",
                                Claims.ATTRIBUTE,
                                claims("phone", "email", "nationalId")));
            case PROVIDER ->
                new ClassTable(
                        type,
                        "providers k JOIN persons o ON o.id = k.id",
                        Map.of(
                                "cadre",
                                "k.cadre",
                                "specialization",
                                "k.specialization",
                                "timeZone",
                                "k.time_zone",
                                "active",
                                "k.active",
                                Claims.ATTRIBUTE,
                                claims("phone", "email", "nationalId")));
            case USER ->
                new ClassTable(
                        type,
                        "users o",
                        Map.of("openIdIssuer", "o.openid_issuer", "openIdSubject", "o.openid_subject"));
            case APPOINTMENT_TYPE -> new ClassTable(type, "appointment_types o", Map.of());
            case AVAILABILITY ->
                new ClassTable(
                        type,
                        "availability o",
                        Map.of("dayOfWeek", WEEKDAYS, "startTime", time("start_time"), "endTime", endTime()));
            case EXCEPTION ->
                new ClassTable(
                        type,
                        "availability_exceptions o",
                        Map.of("startTime", time("start_time"), "endTime", endTime()));
            case INSURANCE -> new ClassTable(type, "insurance o", Map.of(Claims.ATTRIBUTE, claims("policyNumber")));
            case APPOINTMENT ->
                new ClassTable(
                        type,
                        "appointments o",
                        Map.of(
                                "start", "o.start_at",
                                "end", "o.end_at",
                                "durationMinutes",
                                        "greatest(1, CAST(extract(epoch FROM o.end_at - o.start_at) / 60 AS integer))"));
            case MEDICAL_RECORD -> MedicalRecordTable.table();
        };
    }

    /** The names of those that are there and that nobody confirmed. */
    private static String claims(String... attributes) {
        return Arrays.stream(attributes)
                .map(attribute -> "CASE WHEN o." + column(attribute) + " IS NOT NULL AND o." + column(attribute)
                        + "_confirmed_at IS NULL THEN '" + attribute + "' END")
                .collect(Collectors.joining(", ", "nullif(concat_ws(' ', ", "), '')"));
    }

    private static String time(String column) {
        return "to_char(o." + column + ", 'HH24:MI')";
    }

    private static String endTime() {
        return "CASE WHEN o.end_time = TIME '00:00' THEN '24:00' ELSE " + time("end_time") + " END";
    }

    /** The select list: id, version and every attribute that is kept. */
    String columns(boolean hiddenOnes) {
        StringBuilder columns = new StringBuilder("o.id, o.version");
        type.attributes().stream()
                .filter(attribute -> isKept(attribute, hiddenOnes))
                .forEach(attribute -> columns.append(", ").append(expression(attribute)));
        return columns.toString();
    }

    /** What an attribute is in SQL. */
    String expression(Attribute attribute) {
        return expressions.getOrDefault(attribute.name(), "o." + column(attribute.name()));
    }

    static String column(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static boolean isKept(Attribute attribute, boolean hiddenOnes) {
        return !attribute.is(Trait.SECRET)
                && !attribute.is(Trait.WRITE_ONLY)
                && !attribute.is(hiddenOnes ? Trait.CONFIDENTIAL : Trait.HIDDEN);
    }

    /** The object of a row of {@link #columns}. */
    StoredObject object(ResultSet row, boolean hiddenOnes) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        int column = 3;
        for (Attribute attribute : type.attributes()) {
            if (isKept(attribute, hiddenOnes)) {
                Object value = value(row, column++, attribute);
                if (value != null) {
                    values.put(attribute.name(), value);
                }
            }
        }
        return StoredObject.of(type, row.getObject(1, UUID.class), row.getInt(2), values);
    }

    private static @Nullable Object value(ResultSet row, int column, Attribute attribute) throws SQLException {
        return switch (attribute.kind()) {
            case INTEGER -> row.getObject(column, Integer.class);
            case BOOLEAN -> row.getObject(column, Boolean.class);
            case REFERENCE -> row.getObject(column, UUID.class);
            case DAY -> row.getObject(column, LocalDate.class);
            case PARTIAL_DATE -> {
                String date = row.getString(column);
                yield date == null ? null : PartialDate.parse(date);
            }
            case INSTANT -> {
                OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
                yield at == null ? null : at.toInstant();
            }
            default -> row.getString(column);
        };
    }
}
