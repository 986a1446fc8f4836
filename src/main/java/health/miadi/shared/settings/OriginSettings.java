package health.miadi.shared.settings;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** The origins whose pages may use the API from a browser: each exact, none that stands for several. */
final class OriginSettings {
    private static final String NAME = "miadi.cors.origins";
    private static final Pattern ORIGIN = Pattern.compile(
            "https://[a-z0-9.-]+(:[0-9]{1,5})?|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

    private OriginSettings() {}

    /** A sentence if one of them is none: a browser sends no path, no trailing slash and no capitals. */
    static List<String> faults(Config config) {
        String origins = config.getOptionalValue(NAME, String.class).orElse("");
        return origins.isBlank()
                        || Arrays.stream(origins.split(",", -1))
                                .map(String::strip)
                                .allMatch(origin -> ORIGIN.matcher(origin).matches())
                ? List.of()
                : List.of(RequiredSettings.variable(NAME)
                        + " must be origins such as https://app.example.org, separated by commas, in small letters,"
                        + " without a path; http:// only on this machine");
    }
}
