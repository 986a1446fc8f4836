package health.miadi.console.runtime;

import java.util.Map;

/**
 * Where the clinic's database is, and who may enter.
 *
 * @param url a JDBC URL; may hold secrets when a person gave it, so it is never printed
 */
public record DatabaseAddress(String url, String user, String password) {
    /** What the application's own data source tells the driver, too. */
    static Map<String, String> driverSettings() {
        return Map.of(
                "ApplicationName", "miadi-console",
                // EclipseLink binds an absent UUID as a string; the server decides by the column what it is
                "stringtype", "unspecified",
                // the detail of an error quotes rows
                "logServerErrorDetail", "false",
                "reWriteBatchedInserts", "true",
                "options", "-c lock_timeout=10s -c TimeZone=UTC");
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "DatabaseAddress";
    }
}
