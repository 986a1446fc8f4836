package health.miadi.authorisation;

import health.miadi.testing.server.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the database holds, as numbers for each table: two that are equal hold the same. What was written before the first look
 * is only counted: a row that changes is written anew, and one that goes is missing. Failures to prove who one is are counted
 * (R-AUTH-6), what costs much is counted when it is tried (R-AUTH-13), and refusals are noted (R-REC-5), and so leave a trace on
 * purpose; timers take their turns whatever is asked.
 */
final class Contents {

    private static final String TABLES = "SELECT table_name FROM information_schema.tables"
            + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
            + " AND table_name NOT IN ('flyway_schema_history', 'sign_in_failures', 'allowances', 'timer_turns',"
            + " 'audit_entries', 'audit_seals')"
            + " ORDER BY 1";

    /** No test runs long enough for transactions' ids, of 32 bits here, to begin again. */
    private static final String WRITTEN =
            "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)) FILTER (WHERE CAST(CAST(xmin AS text) AS bigint) >= %d), 0)"
                    + " FROM \"%s\" t";

    private final TestDatabase database;
    private final long since;

    /** Looks at what that database holds from now on. */
    Contents(TestDatabase database) {
        this.database = database;
        this.since = database.number("SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)");
    }

    List<String> now() {
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
                try (var rows = statement.executeQuery(WRITTEN.formatted(since, table))) {
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
