package health.miadi.identity.control;

import health.miadi.identity.entity.Role;
import health.miadi.shared.persistence.SchemaMigration;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens the first admin's account from {@code miadi.admin.username} and {@code miadi.admin.password} where a clinic has
 * no admin yet (R-AUTH-9: there is no default one).
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class FirstAdmin {
    @EJB
    SchemaMigration schema;

    @EJB
    Accounts accounts;

    @Inject
    UserRepository users;

    @Inject
    @ConfigProperty(name = "miadi.admin.username")
    Optional<String> username;

    @Inject
    @ConfigProperty(name = "miadi.admin.password")
    Optional<String> password;

    @PostConstruct
    void open() {
        if (schema.isDone() && username.isPresent() && password.isPresent() && !users.anyWith(Role.ADMIN)) {
            accounts.open(username.get(), null, password.get(), "MIADI_ADMIN_PASSWORD", Role.ADMIN, null);
        }
    }
}
