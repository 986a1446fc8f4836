package health.miadi.console.runtime;

import health.miadi.shared.persistence.DatabaseRefusals;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The application's persistence unit with transactions of its own, for the one thread of a console.
 *
 * <p>The entity manager that repositories are given stands for that of the transaction that runs.
 */
@ApplicationScoped
class PersistenceUnit {
    private static final String NAME = "miadi";

    @Inject
    DatabaseAddress database;

    private @Nullable EntityManagerFactory factory;
    private @Nullable EntityManager current;

    @Produces
    @ApplicationScoped
    EntityManager entities() {
        return (EntityManager) Proxy.newProxyInstance(
                PersistenceUnit.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (current == null) {
                        throw new IllegalStateException("no transaction runs");
                    }
                    try {
                        return method.invoke(current, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** Does the work in the transaction that runs, or else in one of its own. */
    <T> T inTransaction(Callable<T> work) throws Exception {
        return current != null ? work.call() : alone(work, EntityTransaction::commit);
    }

    /** Does the work in a transaction of its own, and takes it back. */
    <T> T rehearse(Callable<T> work) throws Exception {
        return alone(work, EntityTransaction::rollback);
    }

    /** Does the work as a part of the transaction that runs, which goes on without it when it fails. */
    <T> T attempt(Callable<T> work) throws Exception {
        EntityManager entities = Objects.requireNonNull(current, "no transaction runs");
        Savepoint before = connection().setSavepoint();
        try {
            T result = work.call();
            entities.flush();
            connection().releaseSavepoint(before);
            return result;
        } catch (Exception failed) {
            entities.clear();
            connection().rollback(before);
            throw failed;
        }
    }

    private <T> T alone(Callable<T> work, Consumer<EntityTransaction> end) throws Exception {
        EntityManager entities = factory().createEntityManager();
        EntityTransaction transaction = entities.getTransaction();
        current = entities;
        try {
            transaction.begin();
            T result = work.call();
            end.accept(transaction);
            return result;
        } catch (PersistenceException refused) {
            throw DatabaseRefusals.of(refused)
                    .<Exception>map(refusal -> refusal)
                    .orElse(refused);
        } finally {
            current = null;
            if (transaction.isActive()) {
                transaction.rollback();
            }
            entities.close();
        }
    }

    /** The connection of the transaction that runs, for work in bulk. */
    Connection connection() {
        if (current == null) {
            throw new IllegalStateException("no transaction runs");
        }
        return current.unwrap(Connection.class);
    }

    private EntityManagerFactory factory() {
        if (factory == null) {
            Map<String, Object> properties = new HashMap<>();
            properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
            properties.put("jakarta.persistence.jtaDataSource", "");
            properties.put("jakarta.persistence.jdbc.driver", "org.postgresql.Driver");
            properties.put("jakarta.persistence.jdbc.url", database.url());
            properties.put("jakarta.persistence.jdbc.user", database.user());
            properties.put("jakarta.persistence.jdbc.password", database.password());
            DatabaseAddress.driverSettings()
                    .forEach((name, value) -> properties.put("eclipselink.jdbc.property." + name, value));
            properties.put("eclipselink.connection-pool.default.initial", "1");
            properties.put("eclipselink.connection-pool.default.min", "1");
            properties.put("eclipselink.connection-pool.default.max", "4");
            factory = Persistence.createEntityManagerFactory(NAME, properties);
        }
        return factory;
    }

    @PreDestroy
    void close() {
        if (factory != null) {
            factory.close();
        }
    }
}
