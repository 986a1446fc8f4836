package health.miadi.authorisation;

import health.miadi.testing.server.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the database holds, as one number a table: two that are equal hold the same. Failures to prove who one is are counted
 * (R-AUTH-6), and refusals are noted (R-REC-5), and so leave a trace on purpose; timers take their turns whatever is asked.
 */
final class Contents {

    private static final String TABLES = "SELECT table_name FROM information_schema.tables"
            + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
            + " AND table_name NOT IN ('flyway_schema_history', 'sign_in_failures', 'timer_turns',"
            + " 'audit_entries', 'audit_seals')"
            + " ORDER BY 1";

    private Contents() {}

    static List<String> of(TestDatabase database) {
        List<String> contents = new ArrayList<>();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (var rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (var rows = statement.executeQuery(
                        "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) FROM \"" + table + "\" t")) {
                    rows.next();
                    contents.add(table + " " + rows.getLong(1) + " " + rows.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return contents;
    }
}
