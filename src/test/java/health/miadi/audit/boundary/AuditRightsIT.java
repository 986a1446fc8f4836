package health.miadi.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.testing.Clinic;
import health.miadi.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-REC-5: what nobody can do to the trail, neither the application nor a superuser by mistake. */
class AuditRightsIT {
    private final TestDatabase database = Clinic.ofTheSuite().database();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entries SET outcome = 'done'",
                "DELETE FROM audit_entries",
                "TRUNCATE audit_entries",
                "ALTER TABLE audit_entries DISABLE TRIGGER ALL",
                "ALTER TABLE audit_entries ADD COLUMN more text",
                "DROP TRIGGER audit_entries_append_only ON audit_entries",
                "DROP TABLE audit_entries",
                "CREATE OR REPLACE FUNCTION refuse_changed_audit() RETURNS trigger LANGUAGE sql AS ''",
                "SET session_replication_role = replica",
                "INSERT INTO audit_entries (at, actor_role, action, entity, outcome) VALUES (now(), 'a', 'b', 'c', 'done')",
                "INSERT INTO audit_entries (xid, actor_role, action, entity, outcome) VALUES ('9', 'a', 'b', 'c', 'done')",
                "UPDATE audit_seals SET entries = entries",
                "DELETE FROM audit_seals",
                "TRUNCATE audit_seals",
                "ALTER TABLE audit_seals DISABLE TRIGGER ALL",
                "INSERT INTO audit_eras (era) VALUES (7)",
                "DELETE FROM flyway_schema_history",
                "CREATE TABLE anything (id int)",
                "SET ROLE miadi_owner"
            })
    void theApplicationsRoleHasNoRightTo(String statement) {
        assertThatThrownBy(() -> execute(database::connectAsApplication, statement))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void aNodeThatIsNotToldTheOwnerStartsOnASchemaThatIsUpToDate() {
        Flyway migration = Flyway.configure()
                .dataSource(database.url(), "miadi", TestDatabase.password())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .initSql("SET miadi.application_role = 'miadi'")
                .load();

        assertThat(migration.migrate().migrationsExecuted).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entries SET outcome = 'done'",
                "DELETE FROM audit_entries WHERE false",
                "TRUNCATE audit_entries",
                "DELETE FROM audit_seals",
                "TRUNCATE audit_seals, audit_eras"
            })
    void aTriggerRefusesEvenASuperuser(String statement) {
        assertThatThrownBy(() -> execute(database::connectAsSuperuser, statement))
                .hasMessageContaining("only ever added to");
    }

    /** A node of an older version would make hashes of less than an entry says. */
    @Test
    void aSealOfAnOlderFormIsRefused() {
        assertThatThrownBy(() -> execute(
                        database::connectAsApplication,
                        "INSERT INTO audit_seals (number, through_era, through_xid, through_id, first_position, entries,"
                                + " previous_hash, ids, hashes) VALUES (9000000, 1, '1', 1, 1, 1, decode(repeat('00', 32), 'hex'),"
                                + " decode(repeat('00', 8), 'hex'), decode(repeat('00', 32), 'hex'))"))
                .hasMessageContaining("audit_seals_form");
    }

    private interface Login {
        Connection connect() throws SQLException;
    }

    private static void execute(Login login, String statement) throws SQLException {
        try (Connection connection = login.connect();
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }
}
