package health.miadi.shared.http;

import health.miadi.shared.logging.AnsweredRequest;
import health.miadi.shared.logging.RequestLog;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.process.Draining;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A request from its beginning to its end, by what may be told of it: neither its path nor anything else that a client chose. */
public final class WatchedRequest {
    private static final String ATTRIBUTE = WatchedRequest.class.getName();
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final int FAILED = 500;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String method;
    private final boolean ofTheApi;
    private final long begun = System.nanoTime();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable String operation;
    private volatile String account = "-";

    private WatchedRequest(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
        this.method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
        this.ofTheApi = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    /** Begins to watch it; one that is watched already goes on. */
    public static WatchedRequest begin(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof WatchedRequest known) {
            return known;
        }
        var begun = new WatchedRequest(request, response);
        Draining.entered();
        request.setAttribute(ATTRIBUTE, begun);
        return begun;
    }

    /** Says which operation of the API it asks for. */
    static void operation(HttpServletRequest request, String operation) {
        if (request.getAttribute(ATTRIBUTE) instanceof WatchedRequest known) {
            known.operation = operation;
        }
    }

    /** Says whose account makes it. */
    public static void account(HttpServletRequest request, UUID id) {
        if (request.getAttribute(ATTRIBUTE) instanceof WatchedRequest known) {
            known.account = id.toString();
        }
    }

    /** It was answered. */
    public void end() {
        end(response.getStatus());
    }

    /** It broke, and the server answers it in its own way. */
    void fail() {
        end(statusOfBroken(response.getStatus(), isStream() && response.isCommitted()));
    }

    /** What a request that broke is counted as: a stream that has begun was left by its client, which is how streams end. */
    static int statusOfBroken(int status, boolean streaming) {
        return streaming ? status : Math.max(FAILED, status);
    }

    private void end(int status) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        Draining.left();
        String what = operation();
        long nanos = System.nanoTime() - begun;
        boolean stream = isStream();
        if (ofTheApi) {
            RequestLog.answered(
                    RequestId.of(request),
                    new AnsweredRequest(account, what, method, status, TimeUnit.NANOSECONDS.toMillis(nanos)),
                    !stream);
        }
        if (stream) {
            Metrics.streamed(what, method, status);
        } else {
            Metrics.answered(what, method, status, nanos);
        }
    }

    private boolean isStream() {
        return Objects.toString(response.getContentType(), "").startsWith("text/event-stream");
    }

    /** The operation's id; of the API, what no operation takes is {@code unmatched}, and elsewhere the servlet says what it is. */
    private String operation() {
        String known = operation;
        if (known != null) {
            return known;
        }
        if (ofTheApi) {
            return "unmatched";
        }
        HttpServletMapping mapping = request.getHttpServletMapping();
        String servlet = mapping == null ? "" : Objects.toString(mapping.getServletName(), "");
        return servlet.matches("[a-z-]{1,40}") ? servlet : "other";
    }
}
