package health.miadi.shared.persistence;

import health.miadi.testing.server.TestDatabase;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The configuration of a node that does not run: settings by their names, and nothing else. */
final class TestConfig {
    private TestConfig() {}

    /** What a node of that database is told, as settings, which may be changed. */
    static Map<String, String> settings(TestDatabase database) {
        Map<String, String> settings = new HashMap<>();
        database.environment()
                .forEach((name, value) -> settings.put(
                        name.toLowerCase(Locale.ROOT)
                                .replaceFirst("_", ".")
                                .replaceFirst("_", ".")
                                .replace('_', '-'),
                        value));
        return settings;
    }

    /** A configuration that has these, and sees it when they change. */
    static Config of(Map<String, String> settings) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, arguments) -> {
                    Object value = value(settings.get((String) arguments[0]), arguments[1]);
                    return method.getName().equals("getValue") ? value : Optional.ofNullable(value);
                });
    }

    private static @Nullable Object value(@Nullable String text, Object type) {
        if (text == null || type == String.class) {
            return text;
        }
        return type == Integer.class ? (Object) Integer.valueOf(text) : Boolean.valueOf(text);
    }
}
