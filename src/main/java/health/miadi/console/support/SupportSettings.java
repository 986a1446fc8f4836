package health.miadi.console.support;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The settings in an environment: all their names, and of their values those that can be nothing but a setting. */
final class SupportSettings {

    private static final Pattern OURS = Pattern.compile("(MIADI|GOOGLE|HMS)_[A-Z0-9_]+");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|KEY|USER|CODE|CREDENTIAL");
    private static final Pattern HARMLESS =
            Pattern.compile("\\d{1,9}|true|false|text|json|db|fs|admin|provider|patient");
    private static final Pattern OF_POSTGRES = Pattern.compile("(jdbc:postgresql://)([^/?]+)/([\\w-]+)(\\?.*)?");

    private SupportSettings() {}

    /** One line for each that is set, in the order of their names. */
    static String of(Map<String, String> environment) {
        var lines = new StringBuilder();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (OURS.matcher(name).matches()) {
                lines.append(name).append('=').append(shown(name, value)).append('\n');
            }
        });
        return lines.toString();
    }

    private static String shown(String name, String value) {
        var database = OF_POSTGRES.matcher(value);
        if (!SECRET.matcher(name).find() && HARMLESS.matcher(value).matches()) {
            return value;
        }
        if (name.startsWith("MIADI_DB_") && name.endsWith("_URL") && database.matches() && !value.contains("@")) {
            int hosts = database.group(2).split(",", -1).length;
            return "a PostgreSQL at " + hosts + (hosts == 1 ? " host" : " hosts")
                    + (database.group(4) == null ? "" : ", with parameters");
        }
        return value.isBlank() ? "(empty)" : "(set)";
    }
}
