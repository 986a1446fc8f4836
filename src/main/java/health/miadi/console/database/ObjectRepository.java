package health.miadi.console.database;

import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import health.miadi.shared.time.PartialDate;
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
            parameters.add(parameter(value));
        });
        return read(type, String.join(" AND ", conditions), parameters, limit, hiddenOnes);
    }

    /** Those of these objects that are there. */
    List<StoredObject> byIds(ObjectClass type, List<UUID> ids) throws SQLException {
        ClassTable table = ClassTable.of(type);
        String sql =
                "SELECT " + table.columns(false) + " FROM " + table.from() + " WHERE o.id = ANY (CAST(? AS uuid[]))";
        try (PreparedStatement statement = runtime.connection().prepareStatement(sql)) {
            statement.setArray(1, runtime.connection().createArrayOf("uuid", ids.toArray()));
            return objects(table, statement, false);
        }
    }

    /** From here on the transaction sees the database as it is now, whatever others do. */
    void standStill() throws SQLException {
        try (Statement statement = runtime.connection().createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        }
    }

    /** A value as the driver takes it. */
    private static Object parameter(Object value) {
        if (value instanceof PartialDate date) {
            return date.toString();
        }
        return value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value;
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
                statement.setObject(i + 1, parameters.get(i));
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
