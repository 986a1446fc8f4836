package health.miadi.demo.launcher;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the application's database is and who may enter.
 *
 * @param url the JDBC URL; may hold secrets when a person gave it, so it is never printed
 * @param ownerPassword of {@link PostgresDirectory#OWNER}, to whom the tables of the embedded database belong; null for a
 *     person's own database
 */
record DatabaseAccess(
        String url, String user, String password, @Nullable String ownerPassword) {

    /** The settings under which the application looks for its database. */
    Map<String, String> asEnvironment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("MIADI_DB_URL", url);
        environment.put("MIADI_DB_USER", user);
        environment.put("MIADI_DB_PASSWORD", password);
        if (ownerPassword != null) {
            environment.put("MIADI_DB_OWNER_USER", PostgresDirectory.OWNER);
            environment.put("MIADI_DB_OWNER_PASSWORD", ownerPassword);
        }
        return environment;
    }

    @Override
    public String toString() {
        return "DatabaseAccess";
    }
}
