package health.miadi.shared.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives what is set to whoever asks by {@link Configured}. Each is read once in the life of the application. */
@ApplicationScoped
public class ConfiguredValues {
    private final Map<Setting, Object> read = new ConcurrentHashMap<>();

    // the settings at these producers bind nothing: each serves all of its type

    @Produces
    @Configured(Setting.HOLDS_MINUTES)
    int number(InjectionPoint point) {
        return (int) value(point, setting -> setting.asNumber(config()));
    }

    @Produces
    @Configured(Setting.HEALTH_DETAILS)
    boolean flag(InjectionPoint point) {
        return (boolean) value(point, setting -> setting.isOn(config()));
    }

    @Produces
    @Configured(Setting.PUBLIC_URL)
    Optional<String> text(InjectionPoint point) {
        return Optional.of((String)
                        value(point, setting -> setting.asText(config()).orElse("")))
                .filter(text -> !text.isEmpty());
    }

    /** For settings that have a default. */
    @Produces
    @Configured(Setting.WEBAUTHN_RP_NAME)
    String usualText(InjectionPoint point) {
        return text(point).orElseThrow();
    }

    private Object value(InjectionPoint point, Function<Setting, Object> reader) {
        return read.computeIfAbsent(
                point.getAnnotated().getAnnotation(Configured.class).value(), reader);
    }

    private static Config config() {
        return ConfigProvider.getConfig(Setting.class.getClassLoader());
    }
}
