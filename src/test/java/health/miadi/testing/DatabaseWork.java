package health.miadi.testing;

import health.miadi.testing.server.TestDatabase;
import java.util.stream.LongStream;

/**
 * What a piece of work costs the database, as PostgreSQL itself counts it: statements and pages touched, no clock.
 *
 * @param statements each a round trip; without {@code BEGIN}, which the driver sends along with the first one, and without
 *     {@code COMMIT}, a round trip that PostgreSQL counts only once a connection
 * @param pages pages of tables and indexes that were looked at
 */
public record DatabaseWork(long statements, long pages) {
    /** A timer of the application may fall into one measurement; the least of a few is the work's own. */
    private static final int REPETITIONS = 3;

    private static final String STATEMENTS = "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements"
            + " WHERE query NOT ILIKE 'BEGIN%' AND query NOT ILIKE 'COMMIT%' AND query NOT LIKE '%pg_stat_statements%'"
            + " AND query NOT LIKE 'SET %' AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())";
    private static final String PAGES =
            "SELECT coalesce(sum(shared_blks_hit + shared_blks_read), 0) FROM pg_stat_statements"
                    + " WHERE query NOT LIKE '%pg_stat_statements%'"
                    + " AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())";

    /** The cost of one run of that work. */
    public static DatabaseWork of(TestDatabase database, Runnable work) {
        work.run();
        DatabaseWork[] measured = new DatabaseWork[REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            DatabaseWork before = now(database);
            work.run();
            DatabaseWork after = now(database);
            measured[i] = new DatabaseWork(after.statements - before.statements, after.pages - before.pages);
        }
        return new DatabaseWork(
                least(LongStream.of(measured[0].statements, measured[1].statements, measured[2].statements)),
                least(LongStream.of(measured[0].pages, measured[1].pages, measured[2].pages)));
    }

    private static DatabaseWork now(TestDatabase database) {
        return new DatabaseWork(database.number(STATEMENTS), database.number(PAGES));
    }

    private static long least(LongStream numbers) {
        return numbers.min().orElseThrow();
    }
}
