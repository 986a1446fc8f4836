package health.miadi.shared.persistence;

import health.miadi.shared.metrics.Reading;
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
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
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
    private static final int ECHO_SECONDS = 5;
    private static final int UNHEARD_SECONDS = 1;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    @Any
    Instance<DatabaseListener> listeners;

    private final Echo echo = new Echo(Echo.Voice.through(DatabasePool::connection));
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile @Nullable ListeningLoop loop;
    private volatile @Nullable Thread thread;

    @PostConstruct
    void start() {
        List<DatabaseListener> all =
                Stream.concat(listeners.stream(), Stream.of(echo)).toList();
        DirectDataSource source = DirectDataSource.forListening(ConfigProvider.getConfig());
        ListeningLoop started = new ListeningLoop(source::getConnection, all);
        thread = run("miadi-database-events", started);
        loop = started;
        Reading.NOTIFICATIONS_HEARD.from(() -> live() ? 1 : 0);
        run("miadi-database-echo", this::talk);
    }

    private Thread run(String name, Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setName(name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** On a thread of its own: who speaks waits for the pool, and who listens may not. */
    private void talk() {
        try {
            do {
                echo.say();
            } while (!isOver());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it is time to speak again: soon when the connection that hears is a new one, for the node is not ready until then. */
    private boolean isOver() throws InterruptedException {
        for (int second = 0; second < ECHO_SECONDS; second += UNHEARD_SECONDS) {
            if (stopping.await(UNHEARD_SECONDS, TimeUnit.SECONDS)) {
                return true;
            }
            if (!echo.isHeard()) {
                return false;
            }
        }
        return false;
    }

    /**
     * True while every listener knows all that was committed until two seconds ago, and normally all until milliseconds
     * ago, and this node has proved that it hears. While false, ask the database itself.
     */
    public boolean live() {
        ListeningLoop started = loop;
        return started != null && started.isLive() && echo.isHeard();
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
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
