package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** R-AUTH-15: an account that signs in and is read a hundred thousand times learns what happened as fast as a new one. */
class AccountEventPlansIT {
    private static final UUID USER = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static TestDatabase database;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.startMigrated();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO audit_entries (actor_id, actor_role, action, entity, entity_id, outcome)
                    SELECT CASE WHEN n %% 2 = 0 THEN '%1$s'::uuid END, 'patient',
                        (ARRAY['signed_in', 'read', 'read', 'booked'])[n %% 4 + 1],
                        (ARRAY['user', 'user', 'patient', 'appointment'])[n %% 4 + 1],
                        (ARRAY['%1$s'::uuid, '%1$s'::uuid, '%2$s'::uuid, gen_random_uuid()])[n %% 4 + 1], 'done'
                    FROM generate_series(1, 100000) n
                    """.formatted(USER, PERSON));
            statement.execute("INSERT INTO audit_entries (actor_role, action, entity, entity_id, outcome)"
                    + " VALUES ('admin', 'code_issued', 'user', '" + USER + "', 'done')");
            statement.execute("ANALYZE audit_entries");
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void theListTakesThePageFromItsIndexAndSortsNothingElse() throws SQLException {
        String end = "9999-12-31T00:00Z";
        String user = USER.toString();
        String person = PERSON.toString();
        String plan = database.plan(
                AccountEventRepository.LIST,
                List.of(user, user, end, Long.MAX_VALUE, 21, person, end, Long.MAX_VALUE, 21, 21));
        assertThat(plan).contains("audit_entries_of_accounts").doesNotContain("Seq Scan on audit_entries");
        assertThat(plan.lines().filter(line -> line.contains("Rows Removed by Filter")))
                .as("nothing is read that is not shown: %s", plan)
                .isEmpty();
    }

    @Test
    void whatOthersDidIsFoundWithoutTheSignIns() throws SQLException {
        String plan = database.plan(
                AccountEventRepository.NOTICES,
                List.of(USER.toString(), PERSON.toString(), "account=" + USER, Notices.MOST));
        assertThat(plan).contains("audit_entries_of_notices").doesNotContain("Seq Scan");
        assertThat(plan.lines().filter(line -> line.contains("Scan on")))
                .as(plan)
                .isNotEmpty()
                .allMatch(line -> line.contains(" rows=1 loops=1"));
    }
}
