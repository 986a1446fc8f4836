package health.miadi.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** A connection to the server under test on which anything may be sent, requests or not. */
public final class RawConnection implements AutoCloseable {
    private static final int MILLIS_TO_THE_END = (int) Duration.ofMinutes(3).toMillis();
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3})\\b");

    private final Socket socket = new Socket();

    /** Connects to the suite's server and sends this. */
    public RawConnection(String sent) throws IOException {
        URI server = SuiteServer.get().address();
        socket.setSoTimeout(MILLIS_TO_THE_END);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        send(sent);
    }

    /** Sends more. */
    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Whether the server has said nothing so far, and closed nothing. */
    public boolean isSilent() throws IOException {
        socket.setSoTimeout(1);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        } catch (SocketException closed) {
            return false;
        } finally {
            socket.setSoTimeout(MILLIS_TO_THE_END);
        }
    }

    /** All that the server sends until it closes the connection, which it has to. */
    public String untilItCloses() throws IOException {
        var received = new StringBuilder();
        byte[] buffer = new byte[8 * 1024];
        try {
            int read = socket.getInputStream().read(buffer);
            while (read >= 0) {
                received.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                read = socket.getInputStream().read(buffer);
            }
        } catch (SocketException closedWithMoreOfOursToRead) {
            // what came before counts
        }
        return received.toString();
    }

    /** The statuses of all answers in what was received. */
    public static List<Integer> statuses(String received) {
        return STATUS_LINE
                .matcher(received)
                .results()
                .map(line -> Integer.valueOf(line.group(1)))
                .toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
