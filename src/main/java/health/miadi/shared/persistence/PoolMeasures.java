package health.miadi.shared.persistence;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.metrics.Reading;
import java.util.function.ToIntFunction;

/** What the pool tells of itself. */
final class PoolMeasures {
    /** Listens to each pool that is made. */
    static final MetricsTrackerFactory TRACKERS = (name, stats) -> new IMetricsTracker() {
        @Override
        public void recordConnectionAcquiredNanos(long waitedNanos) {
            Metrics.waitedForConnection(waitedNanos);
        }

        @Override
        public void recordConnectionTimeout() {
            Metrics.waitedInVain();
        }
    };

    private PoolMeasures() {}

    /** Reads from that pool from now on. */
    static HikariDataSource watching(HikariDataSource pool) {
        from(pool, Reading.POOL_ACTIVE, HikariPoolMXBean::getActiveConnections);
        from(pool, Reading.POOL_IDLE, HikariPoolMXBean::getIdleConnections);
        from(pool, Reading.POOL_WAITING, HikariPoolMXBean::getThreadsAwaitingConnection);
        Reading.POOL_LIMIT.from(pool::getMaximumPoolSize);
        return pool;
    }

    private static void from(HikariDataSource pool, Reading reading, ToIntFunction<HikariPoolMXBean> value) {
        reading.from(() -> value.applyAsInt(pool.getHikariPoolMXBean()));
    }
}
