package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.testing.server.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A PostgreSQL without the package of its contributed extensions is told so in one sentence, and nothing in the database changes
 * (ADR 0041). That of the tests has them: what it is asked for here is one of which it has no file either, so that the answer is
 * its own.
 */
@Tag("no-server")
class MissingExtensionIT {
    @Test
    void thePackageToInstallIsSaid() throws SQLException {
        try (TestDatabase database = TestDatabase.start();
                Connection owner = database.connect();
                Connection application = database.connectAsApplication()) {
            var flyway = Flyway.configure()
                    .dataSource(DirectDataSource.forMigration(TestConfig.of(TestConfig.settings(database))))
                    .locations("classpath:db/migration")
                    .load();
            Instant now;
            try (var statement = owner.createStatement();
                    var row = statement.executeQuery("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")) {
                row.next();
                now = Instant.ofEpochMilli(row.getLong(1));
            }

            assertThatThrownBy(() -> DatabaseProof.of(lackingFiles(owner), application, flyway, now))
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessageMatching("Miadi cannot start: the PostgreSQL lacks the extension (btree_gist|pg_trgm): "
                            + "install the package with its contributed ones\\.");
            assertThat(database.tables()).isEmpty();
            assertThat(database.texts("SELECT extname FROM pg_extension"))
                    .doesNotContainAnyElementsOf(DatabaseProof.EXTENSIONS);
        }
    }

    private static Connection lackingFiles(Connection real) {
        return before(
                Connection.class,
                real,
                made -> made instanceof Statement statement
                        ? before(Statement.class, statement, UnaryOperator.identity())
                        : made);
    }

    private static <T> T before(Class<T> type, T real, UnaryOperator<Object> made) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof String sql) {
                        arguments[0] =
                                sql.replaceFirst("(CREATE EXTENSION IF NOT EXISTS) .*", "$1 of_which_there_is_no_file");
                    }
                    try {
                        return made.apply(method.invoke(real, arguments));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                }));
    }
}
