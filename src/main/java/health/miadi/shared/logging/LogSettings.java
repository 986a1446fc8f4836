package health.miadi.shared.logging;

import health.miadi.shared.settings.Setting;
import org.eclipse.microprofile.config.Config;

/**
 * What a deployment wants logged, and how.
 *
 * @param requests whether each request to the API has its line
 * @param json whether this application writes its own records as JSON to the standard output, past the server
 * @param slowRequestMillis from which duration on a request is warned of; 0: never
 * @param slowStatementMillis the same for a statement of the database
 * @param queryIds whether PostgreSQL's ids of slow statements are looked for
 */
public record LogSettings(
        boolean requests, boolean json, int slowRequestMillis, int slowStatementMillis, boolean queryIds) {
    /** The numbers are checked where all are. */
    public static LogSettings of(Config config) {
        return new LogSettings(
                Setting.LOG_REQUESTS.isOn(config),
                Setting.LOG_FORMAT
                        .asText(config)
                        .filter("json"::equalsIgnoreCase)
                        .isPresent(),
                Setting.LOG_SLOW_REQUEST_MILLIS.asNumber(config),
                Setting.LOG_SLOW_STATEMENT_MILLIS.asNumber(config),
                Setting.LOG_QUERY_IDS.isOn(config));
    }
}
