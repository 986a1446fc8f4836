package health.miadi.demo.launcher;

import java.util.Map;

/**
 * Where the application's database is and who may enter.
 *
 * @param url the JDBC URL; may hold secrets when a person gave it, so it is never printed
 */
record DatabaseAccess(String url, String user, String password) {

    /** The settings under which the application looks for its database. */
    Map<String, String> asEnvironment() {
        return Map.of("MIADI_DB_URL", url, "MIADI_DB_USER", user, "MIADI_DB_PASSWORD", password);
    }

    @Override
    public String toString() {
        return "DatabaseAccess";
    }
}
