package health.miadi.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Takes what a server sends by OTLP over HTTP, and keeps it as it came. */
public final class TraceReceiver implements AutoCloseable {
    /** The numbers of OTLP's fields on the way from a request to a span's name. */
    private static final int RESOURCE_SPANS = 1;

    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;
    private static final int NAME = 5;

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_AND_BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private final HttpServer server;
    private final List<byte[]> traces = new CopyOnWriteArrayList<>();
    private final List<String> others = new CopyOnWriteArrayList<>();

    private TraceReceiver(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a port of the loopback address. */
    public static TraceReceiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var receiver = new TraceReceiver(server);
            server.createContext("/", receiver::take);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What tells a server to send its traces here, soon. */
    public Map<String, String> environment() {
        return Map.of(
                "OTEL_SDK_DISABLED",
                "false",
                "OTEL_SERVICE_NAME",
                "miadi",
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf",
                "OTEL_BSP_SCHEDULE_DELAY",
                "100");
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = unpacked.readAllBytes();
            }
        }
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/v1/traces")) {
            traces.add(body);
        } else {
            others.add(path);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** The names of the spans that have come, in their order. */
    public List<String> spans() {
        List<String> names = new ArrayList<>();
        for (byte[] request : traces) {
            for (ByteBuffer ofResource : fields(ByteBuffer.wrap(request), RESOURCE_SPANS)) {
                for (ByteBuffer ofScope : fields(ofResource, SCOPE_SPANS)) {
                    for (ByteBuffer span : fields(ofScope, SPANS)) {
                        fields(span, NAME)
                                .forEach(name -> names.add(
                                        StandardCharsets.UTF_8.decode(name).toString()));
                    }
                }
            }
        }
        return names;
    }

    /** All that has come, in which every text stands as it is. */
    public String everything() {
        StringBuilder all = new StringBuilder();
        traces.forEach(request -> all.append(new String(request, StandardCharsets.UTF_8)));
        return all.toString();
    }

    /** Where something else came to than traces. */
    public List<String> others() {
        return List.copyOf(others);
    }

    /** The fields of that number in a message of protocol buffers, which have a length. */
    private static List<ByteBuffer> fields(ByteBuffer message, int number) {
        List<ByteBuffer> found = new ArrayList<>();
        ByteBuffer rest = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            long key = varint(rest);
            switch ((int) (key & 7)) {
                case VARINT -> varint(rest);
                case EIGHT_BYTES -> rest.position(rest.position() + Long.BYTES);
                case FOUR_BYTES -> rest.position(rest.position() + Integer.BYTES);
                case LENGTH_AND_BYTES -> {
                    int length = (int) varint(rest);
                    if (key >> 3 == number) {
                        found.add(rest.slice(rest.position(), length));
                    }
                    rest.position(rest.position() + length);
                }
                default -> throw new IllegalStateException("no message of protocol buffers");
            }
        }
        return found;
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = from.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
