package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R-REC-5: the embedded database has an owner, and a role for the application that owns nothing. */
@Tag("payara-only")
class EmbeddedDatabaseIT {
    @TempDir
    Path directory;

    @Test
    void aDatabaseFromWhenThereWasOneRoleKeepsItsDataAndGetsAnOwner() throws Exception {
        MiadiHome home = MiadiHome.open(directory.resolve("home"));
        running(home, access -> {});
        makeItTheOldKind(home);
        RunningParts parts = new RunningParts();
        PostgresCommand postgres = new PostgresCommand(PostgresPrograms.unpacked(home.postgresPrograms()));
        PostgresServer old =
                parts.start(() -> PostgresServer.start(postgres, home.postgres(), directory.resolve("old.log")));
        try (Connection connection = connect(old.access(Secrets.keptPassword(home.databasePassword()), ""), "miadi")) {
            connection
                    .createStatement()
                    .execute("CREATE TABLE former (text text); INSERT INTO former VALUES ('kept');"
                            + " CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
        } finally {
            parts.stopAll();
        }
        assertThat(home.ownerPassword()).doesNotExist();

        running(home, access -> {
            try (Connection owner = connect(access, PostgresDirectory.OWNER);
                    Connection application = connect(access, PostgresDirectory.ROLE)) {
                assertThat(texts(owner, "SELECT text FROM former")).containsExactly("kept");
                assertThat(texts(owner, "SELECT tableowner FROM pg_tables WHERE tablename = 'former'"))
                        .containsExactly(PostgresDirectory.OWNER);
                assertThat(texts(
                                owner,
                                "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"))
                        .containsExactly(PostgresDirectory.OWNER);
                assertThatThrownBy(() -> application.createStatement().execute("DROP TABLE former"))
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> application.createStatement().execute("CREATE TABLE mine (id int)"))
                        .isInstanceOf(SQLException.class);
            }
        });
    }

    /** Takes from it what the launcher did not make then. */
    private static void makeItTheOldKind(MiadiHome home) throws Exception {
        PostgresCommand postgres = new PostgresCommand(PostgresPrograms.unpacked(home.postgresPrograms()));
        String statements = "REASSIGN OWNED BY miadi_owner TO miadi\n" + "ALTER DATABASE miadi OWNER TO miadi\n"
                + "DROP OWNED BY miadi_owner\n" + "DROP ROLE miadi_owner\n";
        var outcome = postgres.run(
                "postgres", List.of("--single", "-D", home.postgres().toString(), "miadi"), statements);
        assertThat(outcome.output()).doesNotContain("ERROR:");
        Files.delete(home.ownerPassword());
    }

    private interface Look {
        void at(DatabaseAccess access) throws Exception;
    }

    private static void running(MiadiHome home, Look look) throws Exception {
        RunningParts parts = new RunningParts();
        try {
            look.at(new EmbeddedDatabase(home).start(parts).access());
        } finally {
            parts.stopAll();
        }
    }

    private static Connection connect(DatabaseAccess access, String user) throws SQLException {
        String password = user.equals(PostgresDirectory.OWNER) ? access.ownerPassword() : access.password();
        return DriverManager.getConnection(access.url(), user, password);
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(sql)) {
            var texts = new java.util.ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
