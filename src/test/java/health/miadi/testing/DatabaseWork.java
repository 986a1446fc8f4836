package health.miadi.testing;

import health.miadi.testing.server.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a piece of work costs the database, as PostgreSQL itself counts it: statements and pages touched, no clock.
 *
 * @param statements each a round trip; without {@code BEGIN}, which the driver sends along with the first one, and without
 *     {@code COMMIT}, a round trip that PostgreSQL counts only once a connection
 * @param pages pages of tables and indexes that were looked at
 */
public record DatabaseWork(long statements, long pages) {
    /** What other work there is may fall into one measurement; the least of a few is the work's own. */
    private static final int REPETITIONS = 5;

    /** Of this database, without what the measurement and the application's timers ask for. */
    private static final String OF_REQUESTS = " FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE"
            + " datname = current_database()) AND query !~ 'pg_stat_statements|slot_changes|timer_turns|audit_seals|audit_eras|DELETE FROM allowances|ended_at = expires_at'"
            + " AND query !~ '^(DELETE|VACUUM)'";

    private static final String STATEMENTS =
            "SELECT coalesce(sum(calls), 0)" + OF_REQUESTS + " AND query !~ '^(BEGIN|COMMIT|SET )'";
    private static final String PAGES = "SELECT coalesce(sum(shared_blks_hit + shared_blks_read), 0)" + OF_REQUESTS;

    /** The cost of one run of that work. */
    public static DatabaseWork of(TestDatabase database, Runnable work) {
        work.run();
        List<DatabaseWork> measured = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            DatabaseWork before = now(database);
            work.run();
            DatabaseWork after = now(database);
            measured.add(new DatabaseWork(after.statements - before.statements, after.pages - before.pages));
        }
        return new DatabaseWork(least(measured, DatabaseWork::statements), least(measured, DatabaseWork::pages));
    }

    private static DatabaseWork now(TestDatabase database) {
        return new DatabaseWork(database.number(STATEMENTS), database.number(PAGES));
    }

    private static long least(List<DatabaseWork> measured, ToLongFunction<DatabaseWork> figure) {
        return measured.stream().mapToLong(figure).min().orElseThrow();
    }
}
