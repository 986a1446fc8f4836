package health.miadi.shared.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Proves, before anything is changed, that this version of Miadi can work with the database: it is of its kind and age, the
 * clocks agree, what is in it is Miadi's and no newer, and both roles may do what they have to, and no more. Each fault is
 * an {@link UnusableDatabaseException} with its sentence.
 */
final class DatabaseProof {
    /** What the migrations create; {@code DatabaseAtStartIT} holds this complete. */
    static final Set<String> EXTENSIONS = Set.of("btree_gist", "pg_trgm");

    private static final int OLDEST_VERSION = 14;
    private static final Duration LARGEST_CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private static final Set<String> NOT_INSTALLED = Set.of("58P01", "0A000");
    private static final String NO_PRIVILEGE = "42501";

    private static final String HISTORY = "to_regclass(quote_ident(current_schema()) || '.flyway_schema_history')";

    /** Tables, views and sequences in the schema that no extension brought. */
    private static final String OTHERS = """
            SELECT EXISTS (
                SELECT 1 FROM pg_class c
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                    AND NOT EXISTS (SELECT 1 FROM pg_depend d
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
            """;

    /** Whether the application's role is the owner by another way. */
    private static final String POWERS = """
            SELECT EXISTS (SELECT 1 FROM pg_roles r WHERE r.rolname = ?
                AND (r.rolsuper OR pg_has_role(r.oid, current_user, 'MEMBER')
                    OR pg_has_role(r.oid, 'pg_write_all_data', 'MEMBER')))
            """;

    private final Connection owner;
    private final Connection application;

    private DatabaseProof(Connection owner, Connection application) {
        this.owner = owner;
        this.application = application;
    }

    /**
     * Proves it.
     *
     * @param owner as whom the schema is migrated
     * @param application as whom the application works
     * @param now the time on this node
     */
    static void of(Connection owner, Connection application, Flyway flyway, Instant now) throws SQLException {
        var proof = new DatabaseProof(owner, application);
        proof.isFit(now);
        proof.isOneDatabase();
        // in this order: another node that makes the schema at this moment begins with the history
        boolean isEmpty = !proof.is(OTHERS);
        if (proof.is("SELECT " + HISTORY + " IS NULL")) {
            require(
                    isEmpty,
                    "the database has tables of another application: give Miadi a database, or a schema, of its own");
        } else {
            require(
                    proof.is("SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = " + HISTORY),
                    "the tables in the database belong to another role than that which migrates them"
                            + " (MIADI_DB_OWNER_USER, or MIADI_DB_USER without it)");
        }
        MigrationInfo[] migrations = flyway.info().all();
        knowsAllThatWasApplied(migrations);
        if (Arrays.stream(migrations)
                .anyMatch(migration -> !migration.getState().isApplied())) {
            proof.mayMigrate();
        }
        proof.applicationOwnsNothing();
    }

    private void isFit(Instant now) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('server_version_num')::int / 10000,"
                        + " current_setting('server_encoding') = 'UTF8', current_schema() IS NOT NULL,"
                        + " current_setting('transaction_read_only')::boolean, clock_timestamp()")) {
            row.next();
            require(
                    row.getInt(1) >= OLDEST_VERSION,
                    "the PostgreSQL is of version " + row.getInt(1) + ", and Miadi needs " + OLDEST_VERSION
                            + " or later");
            require(row.getBoolean(2), "the database's encoding is not UTF8");
            require(row.getBoolean(3), "the role that migrates may use no schema of the database");
            require(!row.getBoolean(4), "the database only reads: it may be a standby");
            Duration ahead =
                    Duration.between(row.getObject(5, OffsetDateTime.class).toInstant(), now);
            require(
                    ahead.abs().compareTo(LARGEST_CLOCK_DIFFERENCE) <= 0,
                    "this node's clock is " + ahead.abs().toSeconds() + " seconds "
                            + (ahead.isNegative() ? "behind" : "ahead of")
                            + " the database's; set them by NTP");
        }
    }

    private void isOneDatabase() throws SQLException {
        String where = "SELECT current_database(), coalesce(current_schema(), '')";
        try (Statement first = owner.createStatement();
                ResultSet migrated = first.executeQuery(where);
                Statement second = application.createStatement();
                ResultSet worked = second.executeQuery(where)) {
            migrated.next();
            worked.next();
            // who may not use the schema yet is given that by the migration
            require(
                    migrated.getString(1).equals(worked.getString(1))
                            && (worked.getString(2).isEmpty()
                                    || migrated.getString(2).equals(worked.getString(2))),
                    "the role that migrates and the one of the application come to different databases or schemas");
        }
    }

    /** Also those that are newer than all of this version's, which Flyway would pass over. */
    private static void knowsAllThatWasApplied(MigrationInfo[] migrations) {
        List<MigrationInfo> applied = Arrays.stream(migrations)
                .filter(migration ->
                        migration.getVersion() != null && migration.getState().isApplied())
                .toList();
        if (applied.stream().allMatch(migration -> migration.getState().isResolved())) {
            return;
        }
        boolean isMiadi =
                applied.stream().anyMatch(migration -> migration.getState().isResolved());
        throw new UnusableDatabaseException(
                isMiadi
                        ? "a newer version of Miadi has migrated the database; run that one"
                        : "the database has the migrations of another application: give Miadi a database, or a schema,"
                                + " of its own");
    }

    /** By trying, for what a role may do is more than its privileges say; and takes it all back. */
    private void mayMigrate() throws SQLException {
        require(
                is("SELECT has_schema_privilege(current_schema(), 'CREATE')"),
                "the role that migrates (MIADI_DB_OWNER_USER, or MIADI_DB_USER without it) may not create tables");
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            for (String extension : EXTENSIONS) {
                mayHave(extension, statement);
            }
        } finally {
            owner.rollback();
            owner.setAutoCommit(true);
        }
    }

    private void mayHave(String extension, Statement statement) throws SQLException {
        Savepoint before = owner.setSavepoint();
        try {
            statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
        } catch (SQLException refused) {
            owner.rollback(before);
            require(
                    !NO_PRIVILEGE.equals(refused.getSQLState()),
                    "the database lacks the extension " + extension + ", which the role that migrates may not create:"
                            + " let a superuser run CREATE EXTENSION " + extension);
            require(
                    !NOT_INSTALLED.contains(refused.getSQLState()),
                    "the PostgreSQL lacks the extension " + extension
                            + ": install the package with its contributed ones");
            // another node creates it at this moment
        }
    }

    /** Whoever named an owner wants the trail to be safe from the application (R-REC-5); with one role there is a warning. */
    private void applicationOwnsNothing() throws SQLException {
        String name = text(application, "SELECT current_user");
        if (name.equals(text(owner, "SELECT current_user"))) {
            return;
        }
        try (var statement = owner.prepareStatement(POWERS)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                require(
                        !row.getBoolean(1),
                        "the application's role (MIADI_DB_USER) may do what the owner of the tables may, although"
                                + " MIADI_DB_OWNER_USER names another: take from it what makes it a superuser, or a member of"
                                + " the owner or of pg_write_all_data");
            }
        }
    }

    private boolean is(String question) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new UnusableDatabaseException(otherwise);
        }
    }
}
