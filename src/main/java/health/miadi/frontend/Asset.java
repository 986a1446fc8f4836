package health.miadi.frontend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One file as browsers get it: its type, its entity tag, and its bytes, compressed beforehand where that makes them fewer. */
final class Asset {
    private static final String BINARY = "application/octet-stream";

    /** Nobody guesses a type ({@code nosniff}): a file whose ending is not named here is only good for saving. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("md", "text/plain; charset=utf-8"),
            Map.entry("png", "image/png"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("woff2", "font/woff2"));

    private final String type;
    private final byte[] plain;
    private final byte[] compressed;
    private final String name;

    /** The file of that path, whose ending says what it is. */
    Asset(String path, byte[] content) {
        type = typeOf(path);
        plain = content;
        compressed = gzip(content);
        name = Digests.name(content);
    }

    /** The media type, with a charset where it takes one. */
    String type() {
        return type;
    }

    /** Whether it is worth while to send it compressed. */
    boolean isCompressible() {
        return compressed.length < plain.length;
    }

    /** The bytes of one form of it. */
    byte[] bytes(boolean gzip) {
        return gzip ? compressed : plain;
    }

    /** The strong entity tag of one form of it, quoted: another encoding is another representation. */
    String etag(boolean gzip) {
        return '"' + name + (gzip ? "-gz" : "") + '"';
    }

    private static String typeOf(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        if (file.equals("LICENSE")) {
            return "text/plain; charset=utf-8";
        }
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(ending)).orElse(BINARY);
    }

    private static byte[] gzip(byte[] content) {
        var compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new SmallestGzip(compressed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    private static final class SmallestGzip extends GZIPOutputStream {
        SmallestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
