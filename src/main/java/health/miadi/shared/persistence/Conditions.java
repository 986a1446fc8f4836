package health.miadi.shared.persistence;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a query that is put together from what a caller asks for. Values are only ever parameters. */
public final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * Adds a condition on one parameter, unless there is nothing to ask for.
     *
     * @param jpql the condition, with the parameter in it
     * @param name of the parameter
     * @param value null when the caller does not ask for it
     */
    public Conditions add(String jpql, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(jpql);
            parameters.put(name, value);
        }
        return this;
    }

    /** Adds a condition on several parameters. */
    public Conditions add(String jpql, Map<String, Object> values) {
        conditions.add(jpql);
        parameters.putAll(values);
        return this;
    }

    /** The WHERE clause, with a space before it; empty when nothing was asked for. */
    public String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** Gives the query its parameters. */
    public <T> TypedQuery<T> bind(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
