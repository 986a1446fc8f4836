package health.miadi.shared.settings;

import health.miadi.shared.logging.LogSettings;
import health.miadi.shared.metrics.MetricsAccess;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses to start without the database, the signing key and the keys of medical records, or with numbers out of their range, and says which settings
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
        List<String> faults = new ArrayList<>(NumberSettings.faults(config));
        faults.addAll(OriginSettings.faults(config));
        faults.addAll(AddressSettings.faults(config));
        faults.addAll(RoleSettings.faults(config));
        metricsFault(config).ifPresent(faults::add);
        if (!LogSettings.isFit(config)) {
            faults.add("MIADI_LOG_FORMAT must be text or json");
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Miadi cannot start: " + String.join("; ", faults) + ".");
        }
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
        Stream<String> always = Stream.of("miadi.db.url", "miadi.db.user")
                .filter(name -> isMissing(config, name))
                .map(RequiredSettings::variable);
        boolean noKey = isMissing(config, "miadi.jwt.private-key") && isMissing(config, "miadi.jwt.private-key-file");
        boolean noRecordKey = Stream.of("miadi.records.keys-file", "miadi.records.keys", "miadi.records.keystore-file")
                .allMatch(name -> isMissing(config, name));
        boolean noSecret = !isMissing(config, "google.client-id") && isMissing(config, "google.client-secret");
        return Stream.of(
                        always,
                        noKey ? Stream.of("MIADI_JWT_PRIVATE_KEY_FILE or MIADI_JWT_PRIVATE_KEY") : Stream.<String>of(),
                        noRecordKey
                                ? Stream.of(
                                        "MIADI_RECORDS_KEYS_FILE or MIADI_RECORDS_KEYS or MIADI_RECORDS_KEYSTORE_FILE")
                                : Stream.<String>of(),
                        noSecret ? Stream.of("GOOGLE_CLIENT_SECRET") : Stream.<String>of())
                .flatMap(names -> names)
                .toList();
    }

    private static boolean isMissing(Config config, String name) {
        return config.getOptionalValue(name, String.class)
                .filter(value -> !value.isBlank())
                .isEmpty();
    }

    static String variable(String name) {
        return name.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
