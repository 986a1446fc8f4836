package health.miadi.identity.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
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
        byte[] bytes = bytes(address);
        if (bytes.length == 0) {
            return UNKNOWN;
        }
        return new Place(HexFormat.of().formatHex(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, PREFIX_BYTES)));
    }

    /** The bytes of a literal address, none for anything else; never asks a name server. */
    static byte[] bytes(String address) {
        return parsed(address).map(InetAddress::getAddress).orElse(new byte[0]);
    }

    /** A literal address in its one canonical form, empty for anything else. */
    static Optional<String> address(String address) {
        return parsed(address).map(InetAddress::getHostAddress);
    }

    private static Optional<InetAddress> parsed(String address) {
        String bare = bare(address.strip());
        boolean literal = bare.indexOf(':') >= 0
                ? bare.matches("[0-9A-Fa-f:.]{2,45}")
                : bare.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        if (!literal) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    /** Without a zone, the brackets of an IPv6 address, or a port. */
    private static String bare(String address) {
        int zone = address.indexOf('%');
        String text = zone < 0 ? address : address.substring(0, zone);
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? "" : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon > 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }

    /** Nothing of the address. */
    @Override
    public String toString() {
        return "Place";
    }
}
