package health.miadi.shared.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells this node what any transaction, of this node, another or another program, said by PostgreSQL's {@code NOTIFY}. One
 * connection and one thread serve every {@link DatabaseListener}. The schema's triggers do the saying, so that it costs
 * the one who changes something no round trip and cannot be forgotten.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseEvents {
    private static final long FAREWELL_MILLIS = TimeUnit.SECONDS.toMillis(3);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    @Any
    Instance<DatabaseListener> listeners;

    private volatile @Nullable ListeningLoop loop;
    private volatile @Nullable Thread thread;

    @PostConstruct
    void start() {
        List<DatabaseListener> all = listeners.stream().toList();
        ListeningLoop started = new ListeningLoop(DatabaseEvents::connect, all);
        Thread listening = threads.newThread(started);
        listening.setName("miadi-database-events");
        listening.setDaemon(true);
        listening.start();
        loop = started;
        thread = listening;
    }

    /** A connection outside the pool, which would take it back, under a name that an operator can tell. */
    private static Connection connect() throws SQLException {
        Connection connection = new MiadiDataSource().getConnection();
        connection.setClientInfo("ApplicationName", "miadi-events");
        return connection;
    }

    /**
     * True while every listener knows all that was committed until two seconds ago, and normally all until milliseconds
     * ago. While false, ask the database itself.
     */
    public boolean live() {
        ListeningLoop started = loop;
        return started != null && started.isLive();
    }

    @PreDestroy
    void stop() {
        ListeningLoop started = loop;
        Thread listening = thread;
        if (started == null || listening == null) {
            return;
        }
        started.close();
        try {
            listening.join(FAREWELL_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
