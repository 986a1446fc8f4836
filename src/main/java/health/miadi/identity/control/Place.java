package health.miadi.identity.control;

import health.miadi.shared.net.IpAddress;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * From where somebody signs in: an IPv4 address, or the /64 network of an IPv6 address, all of which one household has
 * to itself.
 *
 * @param network the address or prefix, in hexadecimal
 */
public record Place(String network) {
    /** Where the server does not know the address of its client. */
    public static final Place UNKNOWN = new Place("unknown");

    private static final int PREFIX_BYTES = 8;

    /** The place of an address as a server or a proxy writes it; {@link #UNKNOWN} for anything else. */
    public static Place of(String address) {
        byte[] bytes = IpAddress.of(address).map(InetAddress::getAddress).orElse(new byte[0]);
        if (bytes.length == 0) {
            return UNKNOWN;
        }
        return new Place(HexFormat.of().formatHex(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, PREFIX_BYTES)));
    }

    /** A literal address in its one canonical form, empty for anything else. */
    static Optional<String> address(String address) {
        return IpAddress.of(address).map(InetAddress::getHostAddress);
    }

    /**
     * The network of a literal address, as people read it: the first 24 bits of an IPv4, the first 48 of an IPv6 address, which tell a
     * provider or a town and no household. Empty for anything else.
     */
    static Optional<String> network(String address) {
        return IpAddress.of(address).map(InetAddress::getAddress).map(Place::written);
    }

    private static String written(byte[] bytes) {
        return bytes.length == 4
                ? "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff)
                : "%x:%x:%x::/48".formatted(pair(bytes, 0), pair(bytes, 2), pair(bytes, 4));
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    /** Nothing of the address. */
    @Override
    public String toString() {
        return "Place";
    }
}
