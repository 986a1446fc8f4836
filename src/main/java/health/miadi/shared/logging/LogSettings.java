package health.miadi.shared.logging;

import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * What a deployment wants logged, and how.
 *
 * @param requests whether each request to the API has its line
 * @param json whether this application writes its own records as JSON to the standard output, past the server
 * @param slowRequestMillis from which duration on a request is warned of; 0: never
 * @param slowStatementMillis the same for a statement of the database
 */
public record LogSettings(boolean requests, boolean json, int slowRequestMillis, int slowStatementMillis) {
    private static final Set<String> FORMATS = Set.of("text", "json");

    /** The numbers are checked where all are. */
    public static LogSettings of(Config config) {
        return new LogSettings(
                config.getOptionalValue("miadi.log.requests", Boolean.class).orElse(true),
                format(config).equals("json"),
                config.getOptionalValue("miadi.log.slow-request-millis", Integer.class)
                        .orElse(1_000),
                config.getOptionalValue("miadi.log.slow-statement-millis", Integer.class)
                        .orElse(500));
    }

    /** Whether the format is one that there is. */
    public static boolean isFit(Config config) {
        return FORMATS.contains(format(config));
    }

    private static String format(Config config) {
        return config.getOptionalValue("miadi.log.format", String.class)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .orElse("text");
    }
}
