package health.miadi.shared.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The body of a request, all of it here. */
final class ArrivedBody {
    private static final int PIECE = 8 * 1024;

    private final byte[] content;

    private ArrivedBody(byte[] content) {
        this.content = content;
    }

    /**
     * Reads until the body ends, or until there is more of it than anybody takes.
     *
     * @param most how many bytes are read; a body that has as many may go on
     * @param longest how long all of it may take: a client that sends a byte now and then never meets the server's time limit for one read
     * @param nanos a clock that only goes forward, in nanoseconds
     * @throws InterruptedIOException if it took longer
     * @throws IOException if the client broke off, or sent nothing for as long as the server waits for one read
     */
    static ArrivedBody read(InputStream arriving, int most, Duration longest, LongSupplier nanos) throws IOException {
        long begun = nanos.getAsLong();
        var content = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        int read = arriving.read(piece, 0, Math.min(PIECE, most));
        while (read >= 0 && content.size() + read < most) {
            content.write(piece, 0, read);
            if (nanos.getAsLong() - begun > longest.toNanos()) {
                throw new InterruptedIOException("a body took longer than " + longest.toSeconds() + " s");
            }
            read = arriving.read(piece, 0, Math.min(PIECE, most - content.size()));
        }
        if (read > 0) {
            content.write(piece, 0, read);
        }
        return new ArrivedBody(content.toByteArray());
    }

    /** That request, which reads its body from here. */
    HttpServletRequest of(HttpServletRequest request) {
        return new Arrived(request, new Content(content));
    }

    /** How many bytes it has. */
    int length() {
        return content.length;
    }

    private static final class Arrived extends HttpServletRequestWrapper {
        private final Content content;

        Arrived(HttpServletRequest request, Content content) {
            super(request);
            this.content = content;
        }

        @Override
        public ServletInputStream getInputStream() {
            return content;
        }

        @Override
        public BufferedReader getReader() {
            String encoding = getCharacterEncoding();
            Charset charset = encoding == null ? StandardCharsets.ISO_8859_1 : Charset.forName(encoding);
            return new BufferedReader(new InputStreamReader(content, charset));
        }
    }

    private static final class Content extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Content(byte[] content) {
            this.bytes = new ByteArrayInputStream(content);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is here: there is nothing to wait for");
        }
    }
}
