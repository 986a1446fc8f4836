package health.miadi.shared.http;

import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.refusal.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bounds what a request may carry, whether it says its length or not. */
@Provider
@PreMatching
public class BodyLimitFilter implements ContainerRequestFilter {
    /** The largest body, in bytes: four parts of a medical record, 5,000 characters each, every one of them escaped. */
    public static final int LARGEST = 128 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > LARGEST) {
            throw tooLarge();
        }
        request.setEntityStream(new Limited(request.getEntityStream()));
    }

    private static Refusal tooLarge() {
        return Refusal.of(ProblemType.PAYLOAD_TOO_LARGE, "A body may have " + LARGEST / 1024 + " KiB at most.");
    }

    private static final class Limited extends FilterInputStream {
        private int left = LARGEST;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
