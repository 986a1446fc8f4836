package health.miadi.shared.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Reads addresses as servers and proxies write them; never asks a name server. */
public final class IpAddress {
    /** What is greater is no address, and would be looked up as a name. */
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    private IpAddress() {}

    /** The literal address in that text, without a zone, brackets or a port; empty for anything else. */
    public static Optional<InetAddress> of(String text) {
        String bare = bare(text.strip());
        boolean literal = bare.indexOf(':') >= 0
                ? bare.matches("[0-9A-Fa-f:.]{2,45}")
                : bare.matches(OCTET + "(\\." + OCTET + "){3}");
        if (!literal) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

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
}
