package health.miadi.shared.persistence;

import java.io.Serial;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The database as its owner sees it, who makes and changes tables: {@code miadi.db.owner-user} and
 * {@code miadi.db.owner-password}. Migrations use it and nothing else, so that the application's own role can be one that
 * has no right to change the audit trail (R-REC-5).
 */
final class OwnerDataSource extends MiadiDataSource {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The owner's name, where the configuration names one. */
    static Optional<String> user(Config config) {
        return config.getOptionalValue("miadi.db.owner-user", String.class).filter(name -> !name.isBlank());
    }

    @Override
    void signIn(Config config) {
        setUser(user(config).orElseThrow());
        setPassword(
                config.getOptionalValue("miadi.db.owner-password", String.class).orElse(""));
    }
}
