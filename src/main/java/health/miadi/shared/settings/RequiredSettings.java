package health.miadi.shared.settings;

import health.miadi.shared.metrics.MetricsAccess;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses to start without the database, the signing key and the keys of medical records, or with a setting that is not of its kind, and says which
 * are at fault (R-AUTH-9).
 */
@Singleton
@Startup
public class RequiredSettings {
    @PostConstruct
    void check() {
        Config config = ConfigProvider.getConfig();
        List<String> missing = missing(config);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Miadi cannot start: set " + String.join(", ", missing) + ".");
        }
        List<String> faults = faults(config);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Miadi cannot start: " + String.join("; ", faults) + ".");
        }
    }

    /** A sentence for each that is not of its kind, or else for each two that contradict each other. */
    static List<String> faults(Config config) {
        List<String> faults = Arrays.stream(Setting.values())
                .flatMap(setting -> setting.fault(config).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (faults.isEmpty()) {
            lengthsFault(config).ifPresent(faults::add);
            passkeysFault(config).ifPresent(faults::add);
        }
        metricsFault(config).ifPresent(faults::add);
        return faults;
    }

    private static Optional<String> lengthsFault(Config config) {
        int usual = Setting.BOOKING_DURATION_MINUTES.asNumber(config);
        boolean agree = Setting.BOOKING_SHORTEST_MINUTES.asNumber(config) <= usual
                && usual <= Setting.BOOKING_LONGEST_MINUTES.asNumber(config);
        return Optional.of("MIADI_BOOKING_DURATION_MINUTES must lie between MIADI_BOOKING_SHORTEST_MINUTES and"
                        + " MIADI_BOOKING_LONGEST_MINUTES")
                .filter(fault -> !agree);
    }

    private static Optional<String> passkeysFault(Config config) {
        String name = Setting.WEBAUTHN_RP_ID.asText(config).orElse("");
        return Optional.of("MIADI_WEBAUTHN_RP_ID must be the host of MIADI_PUBLIC_URL, or a domain above it")
                .filter(fault -> !Addresses.isNameOf(
                        name, Setting.PUBLIC_URL.asText(config).orElse("")));
    }

    private static Optional<String> metricsFault(Config config) {
        try {
            MetricsAccess.of(config);
            return Optional.empty();
        } catch (IllegalArgumentException fault) {
            return Optional.ofNullable(fault.getMessage());
        }
    }

    static List<String> missing(Config config) {
        Stream<Optional<String>> missing = Stream.of(
                oneOf(config, Setting.DB_URL),
                oneOf(config, Setting.DB_USER),
                oneOf(config, Setting.JWT_PRIVATE_KEY_FILE, Setting.JWT_PRIVATE_KEY),
                oneOf(config, Setting.RECORDS_KEYS_FILE, Setting.RECORDS_KEYS, Setting.RECORDS_KEYSTORE_FILE),
                Setting.GOOGLE_CLIENT_ID.given(config).flatMap(id -> oneOf(config, Setting.GOOGLE_CLIENT_SECRET)));
        return missing.flatMap(Optional::stream).toList();
    }

    /** The names of those settings if none of them is given. */
    private static Optional<String> oneOf(Config config, Setting... settings) {
        return Arrays.stream(settings).anyMatch(setting -> setting.given(config).isPresent())
                ? Optional.empty()
                : Optional.of(Arrays.stream(settings).map(Setting::variable).collect(Collectors.joining(" or ")));
    }
}
