package health.miadi.console.runtime;

import health.miadi.shared.persistence.MiadiDataSource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.InjectLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Makes beans of what a server's containers would make of the same classes: stateless and singleton session beans become
 * beans of the application, and fields that name a session bean or an entity manager are injected.
 *
 * <p>A bean is made when it is first asked for, so that what a server starts by itself never starts here.
 */
public class UseCaseExtension implements Extension {
    private static final UnitOfWorkLiteral UNIT_OF_WORK = new UnitOfWorkLiteral();

    private final Set<Class<?>> types;
    private final DatabaseAddress database;

    UseCaseExtension(Set<Class<?>> types, DatabaseAddress database) {
        this.types = types;
        this.database = database;
    }

    void addTypes(@Observes BeforeBeanDiscovery event) {
        types.forEach(type -> adapt(type, event.addAnnotatedType(type, "miadi-console " + type.getName())));
    }

    void addDatabase(@Observes AfterBeanDiscovery event) {
        event.<DatabaseAddress>addBean().types(DatabaseAddress.class).createWith(context -> database);
        // configures itself, as on a server
        event.<DataSource>addBean().types(DataSource.class).createWith(context -> new MiadiDataSource());
    }

    private static void adapt(Class<?> type, AnnotatedTypeConfigurator<?> bean) {
        if (type.isAnnotationPresent(Stateless.class) || type.isAnnotationPresent(Singleton.class)) {
            bean.add(ApplicationScoped.Literal.INSTANCE).add(UNIT_OF_WORK);
        }
        bean.filterFields(field -> isGivenByAServer(field)).forEach(field -> field.add(InjectLiteral.INSTANCE));
    }

    private static boolean isGivenByAServer(AnnotatedField<?> field) {
        return field.isAnnotationPresent(EJB.class)
                || field.isAnnotationPresent(PersistenceContext.class)
                || field.getJavaMember().getType() == DataSource.class;
    }

    private static final class UnitOfWorkLiteral extends AnnotationLiteral<UnitOfWork> implements UnitOfWork {
        private static final long serialVersionUID = 1L;
    }
}
