package health.miadi.shared.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** A network of addresses, {@code 10.0.0.0/8} for example, or a single one. */
public final class Network {
    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /**
     * The networks of a setting, separated by commas.
     *
     * @throws IllegalArgumentException when an entry is neither an address nor a network
     */
    public static List<Network> listed(String setting) {
        return Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(Network::of)
                .toList();
    }

    private static Network of(String entry) {
        int slash = entry.indexOf('/');
        byte[] address = bytes(slash < 0 ? entry : entry.substring(0, slash));
        int most = address.length * 8;
        String length = slash < 0 ? Integer.toString(most) : entry.substring(slash + 1);
        int bits = length.matches("[0-9]{1,3}") ? Integer.parseInt(length) : -1;
        if (address.length == 0 || bits < 0 || bits > most) {
            throw new IllegalArgumentException("neither an address nor a network");
        }
        return new Network(address, bits);
    }

    /** Whether that address lies in it; what is no address lies nowhere. */
    public boolean contains(String other) {
        byte[] bytes = bytes(other);
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((address[bit / 8] ^ bytes[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String address) {
        return IpAddress.of(address).map(InetAddress::getAddress).orElse(new byte[0]);
    }
}
