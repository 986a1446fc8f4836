package health.miadi.identity.control;

import health.miadi.shared.net.Network;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The reverse proxies whose word on the client's address is taken, {@code 10.0.0.0/8, ::1} for example. Nobody else's is:
 * anybody can send an {@code X-Forwarded-For}.
 */
@ApplicationScoped
public class TrustedProxies {
    private final List<Network> networks;

    /** For the container, which makes a proxy with it. */
    TrustedProxies() {
        this(Optional.empty());
    }

    /**
     * Reads the setting.
     *
     * @throws IllegalArgumentException when an entry is neither an address nor a network; it names none
     */
    @Inject
    public TrustedProxies(@Configured(Setting.SIGN_IN_TRUSTED_PROXIES) Optional<String> setting) {
        try {
            networks = Network.listed(setting.orElse(""));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "MIADI_SIGN_IN_TRUSTED_PROXIES must be addresses or networks, like 10.0.0.0/8, ::1", unreadable);
        }
    }

    /** Does nothing but have the container read the setting, which fails the start when it cannot be read. */
    void requireReadable() {}

    /**
     * Where a request comes from: the last address that no proxy of ours speaks for.
     *
     * @param peer the address at the other end of the connection
     * @param forwardedFor the values of {@code X-Forwarded-For}, in order; each hop added its client at the end
     */
    public Place place(String peer, List<String> forwardedFor) {
        return Place.of(last(peer, forwardedFor));
    }

    /** The address itself, in its one canonical form; empty where it is none. */
    public Optional<String> client(String peer, List<String> forwardedFor) {
        return Place.address(last(peer, forwardedFor));
    }

    /** The network of that address, such as {@code 203.0.113.0/24}; empty where it is none. */
    public Optional<String> network(String peer, List<String> forwardedFor) {
        return Place.network(last(peer, forwardedFor));
    }

    private String last(String peer, List<String> forwardedFor) {
        String client = peer;
        List<String> hops = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .toList();
        for (int i = hops.size() - 1; i >= 0 && trusts(client); i--) {
            client = hops.get(i);
        }
        return client;
    }

    private boolean trusts(String address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
