package health.miadi.shared.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * By which id PostgreSQL knows a statement that was slow: what {@code pg_stat_statements} counts it by and {@code EXPLAIN (VERBOSE)} prints
 * above its plan (ADR 0069). Whoever was slow asks nothing: it leaves the text here, and a timer looks for it later.
 */
final class QueryIds {
    private static final Logger LOG = Logger.getLogger(QueryIds.class.getName());
    private static final int MOST = 200;
    private static final int ROWS_AT_ONCE = 200;

    /** Of this role in this database: of others' statements PostgreSQL shows it no text. */
    private static final String STATEMENTS = """
            SELECT DISTINCT s.queryid, s.query FROM pg_stat_statements AS s
            JOIN pg_database AS d ON d.oid = s.dbid JOIN pg_roles AS r ON r.oid = s.userid
            WHERE d.datname = current_database() AND r.rolname = current_user AND s.queryid IS NOT NULL
            """;

    private static final QueryIds OF_THIS_NODE = new QueryIds();

    /** Texts that wait to be looked for, without values, by their fingerprint. */
    private final Map<String, String> wanted = new ConcurrentHashMap<>();

    private final Map<String, String> known = new ConcurrentHashMap<>();
    private volatile boolean refused;

    static QueryIds ofThisNode() {
        return OF_THIS_NODE;
    }

    /** Its ids, with a comma between those of one text; or {@code -}, and it is looked for. */
    String of(String fingerprint, String text) {
        String id = known.get(fingerprint);
        if (id == null && wanted.size() < MOST) {
            wanted.put(fingerprint, comparable(text));
        }
        return id == null ? "-" : id;
    }

    /** Whether there is anything to look for. */
    boolean isAsked() {
        return !wanted.isEmpty();
    }

    /** Looks for all that wait. What is not there is forgotten, and looked for when it is slow again. */
    void look(Connection connection) {
        Map<String, String> texts = new LinkedHashMap<>(wanted);
        wanted.keySet().removeAll(texts.keySet());
        Map<String, Set<String>> found = new LinkedHashMap<>();
        try {
            Map<String, String> fingerprints = texts.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, another) -> one));
            read(connection, fingerprints, found);
        } catch (SQLException absent) {
            if (!refused) {
                refused = true;
                // its message has nothing that the state has not
                LOG.log(
                        Level.INFO,
                        "Slow statements have no query id: pg_stat_statements cannot be read (SQL state {0})",
                        absent.getSQLState());
            }
            return;
        }
        if (known.size() + found.size() > MOST) {
            known.clear();
        }
        found.forEach((fingerprint, ids) -> {
            String id = String.join(",", ids);
            known.put(fingerprint, id);
            LOG.log(Level.INFO, "slow statement: fingerprint={0} queryid={1}", new Object[] {fingerprint, id});
        });
    }

    private static void read(Connection connection, Map<String, String> fingerprints, Map<String, Set<String>> found)
            throws SQLException {
        // without this the driver would take all rows at once
        connection.setAutoCommit(false);
        try (PreparedStatement asking = connection.prepareStatement(STATEMENTS)) {
            asking.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = asking.executeQuery()) {
                while (rows.next()) {
                    String fingerprint = fingerprints.get(comparable(rows.getString(2)));
                    if (fingerprint != null) {
                        found.computeIfAbsent(fingerprint, each -> new TreeSet<>())
                                .add(rows.getString(1));
                    }
                }
            }
        } finally {
            connection.rollback();
        }
    }

    /** The same for the text as the code has it and as PostgreSQL keeps it, which has numbered parameters in the place of all constants. */
    static String comparable(String sql) {
        return SlowStatements.lists(SlowStatements.normal(sql.replaceAll("/\\*.*?\\*/", ""))
                .replaceAll("(?i)\\b(?:null|true|false)\\b", "?")
                .replaceAll("\\$\\d+", "?")
                .replaceAll("-\\s*\\?", "?"));
    }
}
