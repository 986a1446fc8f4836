package health.miadi.console.runtime;

import health.miadi.shared.settings.ConfiguredValues;
import health.miadi.shared.time.SystemClock;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The application's use cases on one database, running in this process. It belongs to one thread. */
public final class ApplicationRuntime implements AutoCloseable {
    /** Referred to, so that no garbage collection forgets how quiet they are to be. */
    private static final Map<Logger, Level> LOUDEST = Map.of(
            Logger.getLogger("org.jboss.weld"), Level.SEVERE,
            Logger.getLogger("org.flywaydb"), Level.SEVERE,
            Logger.getLogger("health.miadi"), Level.WARNING);

    private final SeContainer container;

    private ApplicationRuntime(SeContainer container) {
        this.container = container;
    }

    /**
     * Starts it; the database is asked for nothing yet.
     *
     * @param useCases those that will be asked for
     */
    public static ApplicationRuntime start(DatabaseAddress database, Collection<Class<?>> useCases) {
        LOUDEST.forEach(Logger::setLevel);
        List<Class<?>> roots = new ArrayList<>(useCases);
        roots.addAll(List.of(
                SystemClock.class,
                ConfiguredValues.class,
                PersistenceUnit.class,
                UnitOfWorkInterceptor.class,
                JavaPasswordHash.class));
        Set<Class<?>> types = BeanClosure.of(roots);
        SeContainerInitializer initializer = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(ConsoleActor.class)
                .addExtensions(new UseCaseExtension(types, database));
        // without discovery nobody looks for the extension that injects settings
        ServiceLoader.load(Extension.class).forEach(initializer::addExtensions);
        return new ApplicationRuntime(initializer.initialize());
    }

    /** A use case, or a repository. */
    public <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    /**
     * Does the work in one transaction: all that it does is stored in the end, or nothing.
     *
     * @throws health.miadi.shared.refusal.Refusal when a rule refuses
     */
    public <T> T inTransaction(Callable<T> work) {
        return unchecked(() -> get(PersistenceUnit.class).inTransaction(work));
    }

    /** Does the work as a part of the transaction that runs; if it fails, that part is taken back and the rest goes on. */
    public <T> T attempt(Callable<T> work) {
        return unchecked(() -> get(PersistenceUnit.class).attempt(work));
    }

    /** Does the work in a transaction of its own, and takes it back in the end. */
    public <T> T rehearse(Callable<T> work) {
        return unchecked(() -> get(PersistenceUnit.class).rehearse(work));
    }

    private static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException thrown) {
            throw thrown;
        } catch (Exception thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    /** The connection of the transaction that runs, for work in bulk. */
    public Connection connection() {
        return get(PersistenceUnit.class).connection();
    }

    @Override
    public void close() {
        container.close();
    }
}
