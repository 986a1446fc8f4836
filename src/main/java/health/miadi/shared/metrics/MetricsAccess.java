package health.miadi.shared.metrics;

import health.miadi.shared.net.Network;
import health.miadi.shared.settings.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Who may read the metrics: nobody until a deployment says who, by a token ({@code miadi.metrics.token}, or
 * {@code miadi.metrics.token-file}), by addresses ({@code miadi.metrics.from}), or by both, and then both count.
 */
public final class MetricsAccess {
    private static final int SHORTEST = 20;
    private static final String BEARER = "Bearer ";

    private final Optional<byte[]> token;
    private final List<Network> networks;

    private MetricsAccess(Optional<byte[]> token, List<Network> networks) {
        this.token = token;
        this.networks = networks;
    }

    /** What becomes of a request. */
    enum Verdict {
        OPEN,
        /** The token is missing or wrong. */
        NO_TOKEN,
        /** There is nothing here for whoever asks. */
        UNSEEN
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException when one of them cannot be used; a sentence that names the setting and no value
     */
    public static MetricsAccess of(Config config) {
        Optional<String> token = Setting.METRICS_TOKEN
                .asText(config)
                .or(() -> Setting.METRICS_TOKEN_FILE.asText(config).map(MetricsAccess::read));
        if (token.isPresent() && token.get().length() < SHORTEST) {
            throw new IllegalArgumentException("the token of MIADI_METRICS_TOKEN or MIADI_METRICS_TOKEN_FILE must have "
                    + SHORTEST + " characters or more");
        }
        try {
            return new MetricsAccess(
                    token.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                    Network.listed(Setting.METRICS_FROM.asText(config).orElse("")));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "MIADI_METRICS_FROM must be addresses or networks, like 10.0.0.0/8, ::1", unreadable);
        }
    }

    /**
     * Judges a request.
     *
     * @param peer the address at the other end of the connection
     * @param forwarded whether a proxy passed it on: such a request comes from nobody's address
     * @param authorization its header, or empty
     */
    Verdict judge(String peer, boolean forwarded, String authorization) {
        if (token.isEmpty() && networks.isEmpty()) {
            return Verdict.UNSEEN;
        }
        if (!networks.isEmpty() && (forwarded || networks.stream().noneMatch(network -> network.contains(peer)))) {
            return Verdict.UNSEEN;
        }
        return token.isEmpty() || matches(token.get(), authorization) ? Verdict.OPEN : Verdict.NO_TOKEN;
    }

    private static boolean matches(byte[] token, String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && MessageDigest.isEqual(
                        token, authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException unreadable) {
            throw new IllegalArgumentException("MIADI_METRICS_TOKEN_FILE must be a file that can be read", unreadable);
        }
    }

    /** Nothing of the token. */
    @Override
    public String toString() {
        return "MetricsAccess";
    }
}
