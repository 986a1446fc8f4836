package health.miadi.shared.persistence;

import java.sql.SQLException;
import javax.sql.DataSource;

/** The role as which the application uses the database: it adds to the audit trail and changes nothing of it (R-REC-5). */
final class ApplicationRole {
    /** What an operator has to know when that is not so. */
    static final String WARNING =
            "The database role of the application (MIADI_DB_USER) has rights by which the audit trail"
                    + " can be changed or removed (R-REC-5). A trigger refuses it, and whoever has the role can drop the trigger. Give"
                    + " the tables to another role, and set MIADI_DB_OWNER_USER and MIADI_DB_OWNER_PASSWORD: README, \"A database of"
                    + " your own\".";

    private static final String RIGHTS = """
            SELECT EXISTS (
                SELECT 1 FROM pg_class t
                WHERE t.oid IN (to_regclass('audit_entries'), to_regclass('audit_seals'), to_regclass('audit_eras'))
                    AND (pg_has_role(t.relowner, 'USAGE')
                        OR has_table_privilege(t.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER'))
                    OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user))
            """;

    private ApplicationRole() {}

    /** Whether whoever uses that data source could change the trail, if they wanted to. */
    static boolean mayChangeTheTrail(DataSource dataSource) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(RIGHTS)) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the rights of the application's role cannot be read", e);
        }
    }

    /** The statement that tells a session which role the application has; {@code afterMigrate.sql} asks for it. */
    static String naming(String role) {
        return "SET miadi.application_role = '" + role.replace("'", "''") + "'";
    }
}
