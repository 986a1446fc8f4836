package health.miadi.console.database;

import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads objects of every class from their tables, in the transaction that runs. */
final class ObjectRepository {
    private final ApplicationRuntime runtime;

    ObjectRepository(ApplicationRuntime runtime) {
        this.runtime = runtime;
    }

    Optional<StoredObject> byId(ObjectClass type, UUID id) throws SQLException {
        List<StoredObject> found = read(type, "o.id = ?", List.of(id), 1, false);
        return found.stream().findFirst();
    }

    long count(ObjectClass type) throws SQLException {
        try (PreparedStatement statement = runtime.connection()
                        .prepareStatement(
                                "SELECT count(*) FROM " + ClassTable.of(type).from());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * The next objects by their ids.
     *
     * @param after the id after which they come, null for the first ones
     * @param values that they have
     */
    List<StoredObject> next(
            ObjectClass type, @Nullable UUID after, Map<String, Object> values, int limit, boolean hiddenOnes)
            throws SQLException {
        ClassTable table = ClassTable.of(type);
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        if (after != null) {
            conditions.add("o.id > ?");
            parameters.add(after);
        }
        values.forEach((name, value) -> {
            Attribute attribute = type.attribute(name).orElseThrow();
            String expression = table.expression(searchable(attribute));
            conditions.add(value instanceof String ? "lower(" + expression + ") = lower(?)" : expression + " = ?");
            parameters.add(value);
        });
        return read(type, String.join(" AND ", conditions), parameters, limit, hiddenOnes);
    }

    /** The stored appointments that lie where one of those does, of its provider or its patient. */
    List<StoredObject> near(List<StoredObject> appointments) throws SQLException {
        ClassTable table = ClassTable.of(ObjectClass.APPOINTMENT);
        String sql = "SELECT " + table.columns(false) + " FROM appointments o WHERE o.id IN (" + near("provider_id")
                + " UNION " + near("patient_id") + ")";
        try (PreparedStatement statement = runtime.connection().prepareStatement(sql)) {
            int parameter = 1;
            for (int side = 0; side < 2; side++) {
                for (String name : List.of(side == 0 ? "providerId" : "patientId", "start", "end")) {
                    Object[] texts = appointments.stream()
                            .map(appointment -> BatchTable.attribute(appointment, name))
                            .toArray();
                    statement.setArray(parameter++, runtime.connection().createArrayOf("text", texts));
                }
            }
            return objects(table, statement, false);
        }
    }

    /** None lasts longer than eight hours, so that the index finds them by their start. */
    private static String near(String person) {
        return "SELECT a.id FROM unnest(CAST(? AS uuid[]), CAST(? AS timestamptz[]), CAST(? AS timestamptz[]))"
                + " AS w(person, start_at, end_at) CROSS JOIN LATERAL (SELECT id FROM appointments x WHERE x." + person
                + " = w.person AND x.start_at < w.end_at AND x.start_at > w.start_at - INTERVAL '8 hours'"
                + " AND x.end_at > w.start_at) a";
    }

    /** From here on the transaction sees the database as it is now, whatever others do. */
    void standStill() throws SQLException {
        try (Statement statement = runtime.connection().createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        }
    }

    private static Attribute searchable(Attribute attribute) {
        if (!attribute.isShown() || attribute.is(Trait.CONFIDENTIAL)) {
            throw new InvalidAttributeException(attribute.name(), "cannot be searched");
        }
        return attribute;
    }

    private List<StoredObject> read(
            ObjectClass type, String where, List<Object> parameters, int limit, boolean hiddenOnes)
            throws SQLException {
        ClassTable table = ClassTable.of(type);
        String sql = "SELECT " + table.columns(hiddenOnes) + " FROM " + table.from()
                + (where.isEmpty() ? "" : " WHERE " + where) + " ORDER BY o.id LIMIT " + limit;
        try (PreparedStatement statement = runtime.connection().prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                Object value = parameters.get(i);
                statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            }
            return objects(table, statement, hiddenOnes);
        }
    }

    private static List<StoredObject> objects(ClassTable table, PreparedStatement statement, boolean hiddenOnes)
            throws SQLException {
        List<StoredObject> objects = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                objects.add(table.object(rows, hiddenOnes));
            }
        }
        return objects;
    }
}
