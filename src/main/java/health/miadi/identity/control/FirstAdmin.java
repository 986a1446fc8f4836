package health.miadi.identity.control;

import health.miadi.shared.persistence.SchemaMigration;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sees to it that a clinic without an admin gets one (R-AUTH-9: there is no default one): the account that
 * {@code miadi.admin.username} and {@code miadi.admin.password} name.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class FirstAdmin {
    private static final Pattern NAME = Pattern.compile(LoginName.PATTERN);

    @EJB
    SchemaMigration schema;

    @EJB
    AdminSetup setup;

    @Inject
    @Configured(Setting.ADMIN_USERNAME)
    Optional<String> username;

    @Inject
    @Configured(Setting.ADMIN_PASSWORD)
    Optional<String> password;

    @PostConstruct
    void open() {
        if (!schema.isDone() || username.isEmpty() || password.isEmpty() || setup.isDone()) {
            return;
        }
        if (!NAME.matcher(username.get()).matches()) {
            throw new IllegalStateException("Miadi cannot start: MIADI_ADMIN_USERNAME " + LoginName.MESSAGE + ".");
        }
        try {
            setup.openConfigured(username.get(), password.get());
        } catch (Refusal refused) {
            throw new IllegalStateException("Miadi cannot start: the first admin's account cannot be opened. "
                    + refused.errors().stream()
                            .map(error -> error.field() + " " + error.message())
                            .collect(Collectors.joining("; ")));
        }
    }
}
