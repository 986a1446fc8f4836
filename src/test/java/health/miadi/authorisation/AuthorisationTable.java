package health.miadi.authorisation;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** {@code authorisation.md}: the status that every operation answers to every kind of caller. */
final class AuthorisationTable {

    private final Map<String, Map<Who, Integer>> rows = new LinkedHashMap<>();

    private AuthorisationTable() {}

    /**
     * Reads it.
     *
     * @throws IllegalStateException if a row does not have a status in every column, or an operation has two
     */
    static AuthorisationTable read() {
        AuthorisationTable table = new AuthorisationTable();
        TableFile.rows("authorisation.md").forEach(table::add);
        return table;
    }

    private void add(String operation, List<String> statuses) {
        Map<Who, Integer> row = new EnumMap<>(Who.class);
        for (Who who : Who.values()) {
            row.put(who, Integer.valueOf(statuses.get(who.ordinal())));
        }
        rows.put(operation, row);
    }

    Set<String> operations() {
        return rows.keySet();
    }

    /** What that operation answers to each kind of caller. */
    Map<Who, Integer> of(String operation) {
        return Objects.requireNonNull(rows.get(operation), () -> "no row for " + operation);
    }

    /** A row as the table writes it. */
    static String row(String operation, Map<Who, Integer> statuses) {
        StringBuilder row = new StringBuilder("| `" + operation + "`");
        statuses.values().forEach(status -> row.append(" | ").append(status));
        return row.append(" |").toString();
    }
}
