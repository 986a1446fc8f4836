package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The id of a slow statement is the one under which PostgreSQL counts it and shows its plan, and nothing of its values is kept for it. */
@Tag("no-server")
class QueryIdsIT {
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final String FOUND = "slow-one";

    /** As code writes them: parameters, lists of them, constants of every kind, line breaks. */
    private static final List<String> STATEMENTS = List.of(
            "SELECT id, label FROM things WHERE label = ? AND id <> ?",
            "SELECT id\n  FROM things\n WHERE label IN (?, ?, ?) AND amount > -3 LIMIT 10",
            "SELECT count(*) FROM things WHERE label = 'Otieno''s' AND done = TRUE AND note IS NULL AND amount - 1 < 2.5",
            "UPDATE things SET note = NULL, amount = amount + 1 WHERE label = ? /* of one */");

    private final QueryIds ids = new QueryIds();

    @BeforeAll
    static void makeTable() throws SQLException {
        try (Connection owner = DATABASE.connectAsSuperuser();
                var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE things (id uuid, label text, note text, amount integer, done boolean)");
            statement.execute("GRANT SELECT, UPDATE ON things TO PUBLIC");
        }
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @Test
    void anIdIsFoundAfterwardsForEveryWayToWriteAStatement() throws SQLException {
        for (String sql : STATEMENTS) {
            run(sql);
            String fingerprint = SlowStatements.fingerprint(SlowStatements.normal(sql));
            assertThat(ids.of(fingerprint, sql)).isEqualTo("-");
            assertThat(ids.isAsked()).isTrue();
            look();
            assertThat(ids.isAsked()).isFalse();
            String id = ids.of(fingerprint, sql);
            assertThat(id).as(sql).matches("-?\\d+");
            assertThat(DATABASE.number("SELECT count(*) FROM pg_stat_statements WHERE queryid = ?", Long.valueOf(id)))
                    .isPositive();
        }
    }

    @Test
    void explainShowsTheSameId() throws SQLException {
        String sql = "SELECT id, note FROM things WHERE done AND amount = 4";
        run(sql);
        ids.of(FOUND, sql);
        look();
        try (Connection connection = DATABASE.connectAsApplication();
                var statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN (VERBOSE, FORMAT TEXT) " + sql)) {
            String last = "";
            while (plan.next()) {
                last = plan.getString(1);
            }
            assertThat(last).isEqualTo("Query Identifier: " + ids.of(FOUND, sql));
        }
    }

    @Test
    void whatIsNotThereIsForgottenUntilItIsSlowAgain() throws SQLException {
        ids.of(FOUND, "SELECT never_run FROM things");
        look();
        assertThat(ids.isAsked()).isFalse();
        assertThat(ids.of(FOUND, "SELECT never_run FROM things")).isEqualTo("-");
        assertThat(ids.isAsked()).isTrue();
    }

    @Test
    void withoutTheExtensionNothingFails() throws SQLException {
        try (TestDatabase bare = TestDatabase.start()) {
            try (Connection superuser = bare.connectAsSuperuser();
                    var statement = superuser.createStatement()) {
                statement.execute("DROP EXTENSION pg_stat_statements");
            }
            ids.of(FOUND, "SELECT 1");
            try (Connection connection = bare.connectAsApplication()) {
                ids.look(connection);
            }
        }
        assertThat(ids.of(FOUND, "SELECT 1")).isEqualTo("-");
    }

    @Test
    void noValueIsKept() {
        assertThat(QueryIds.comparable(
                        "SELECT 1 FROM persons WHERE name = 'Amina' AND born = DATE '1980-02-03' AND n = -7"))
                .isEqualTo("SELECT ? FROM persons WHERE name = ? AND born = DATE ? AND n = ?");
    }

    private void look() throws SQLException {
        try (Connection connection = DATABASE.connectAsApplication()) {
            ids.look(connection);
        }
    }

    /** As the application's role, with some value for each parameter. */
    private static void run(String sql) throws SQLException {
        try (Connection connection = DATABASE.connectAsApplication();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                if (statement.getParameterMetaData().getParameterTypeName(i).equals("uuid")) {
                    statement.setObject(i, UUID.randomUUID());
                } else {
                    statement.setString(i, "Otieno");
                }
            }
            statement.execute();
        }
    }
}
