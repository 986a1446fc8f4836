package health.miadi.authorisation;

import health.miadi.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the database holds, as numbers for each table: two that are equal hold the same. What was written before the first look
 * is only counted: a row that changes is written anew, and one that goes is missing. Failures to prove who one is are counted
 * (R-AUTH-6), what costs much is counted when it is tried (R-AUTH-12), and refusals are noted (R-REC-5), and so leave a trace on
 * purpose; timers take their turns whatever is asked.
 */
final class Contents implements AutoCloseable {

    private static final String TABLES = "SELECT table_name FROM information_schema.tables"
            + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
            + " AND table_name NOT IN ('flyway_schema_history', 'sign_in_failures', 'allowances', 'timer_turns',"
            + " 'audit_entries', 'audit_seals')"
            + " ORDER BY 1";

    /** No test runs long enough for transactions' ids, of 32 bits here, to begin again. */
    private static final String WRITTEN =
            "SELECT '%s', count(*), coalesce(sum(hashtextextended(t::text, 0)) FILTER (WHERE CAST(CAST(xmin AS text) AS bigint) >= %d), 0)"
                    + " FROM \"%s\" t";

    private final Connection connection;
    private final PreparedStatement everything;

    /** Looks at what that database holds from now on, by one connection and one question: it is asked thousands of times. */
    Contents(TestDatabase database) throws SQLException {
        this.connection = database.connect();
        long since = number("SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)");
        List<String> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(WRITTEN.formatted(rows.getString(1), since, rows.getString(1)));
            }
        }
        this.everything = connection.prepareStatement(String.join(" UNION ALL ", tables));
    }

    /** What it holds, once the holds are over that would else expire, and be noted so, before one has tried what one wants to. */
    List<String> settled() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("UPDATE holds SET ended_at = least(expires_at, now())"
                    + " WHERE ended_at IS NULL AND expires_at <= now() + interval '1 minute'");
        }
        return now();
    }

    List<String> now() throws SQLException {
        List<String> contents = new ArrayList<>();
        try (var rows = everything.executeQuery()) {
            while (rows.next()) {
                contents.add(rows.getString(1) + " " + rows.getLong(2) + " " + rows.getString(3));
            }
        }
        return contents;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private long number(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
