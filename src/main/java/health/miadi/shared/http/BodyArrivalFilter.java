package health.miadi.shared.http;

import health.miadi.shared.metrics.Limit;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.metrics.Reading;
import health.miadi.shared.problem.ProblemErrorPage;
import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Takes the whole body of a request to the API before {@link AdmissionFilter} counts it ({@code web.xml} says the order), so that
 * a client that sends the half of one holds no place that work needs (R-AUTH-12, ADR 0047). How long a body may take altogether
 * is bounded, and so is how many are waited for at once.
 */
public class BodyArrivalFilter implements Filter {
    @Inject
    @Configured(Setting.REQUESTS_BODIES_AT_ONCE)
    int atOnce;

    @Inject
    @Configured(Setting.REQUESTS_BODY_SECONDS)
    int seconds;

    private volatile Semaphore places = new Semaphore(0);

    @Override
    public void init(FilterConfig config) {
        Semaphore all = new Semaphore(atOnce);
        places = all;
        Reading.BODIES_LIMIT.from(() -> atOnce);
        Reading.BODIES_ARRIVING.from(() -> atOnce - all.availablePermits());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && hasBodyToTake(http)) {
            afterItsBody(http, answer, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A body whose length is too large is refused unread. */
    private static boolean hasBodyToTake(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0 ? length <= BodyLimitFilter.LARGEST : Framing.isInPieces(request);
    }

    private void afterItsBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!places.tryAcquire()) {
            Metrics.reached(Limit.BODIES);
            refuse(request, response, ProblemType.UNAVAILABLE);
            return;
        }
        ArrivedBody body;
        try {
            InputStream arriving = request.getInputStream();
            body = ArrivedBody.read(
                    arriving, BodyLimitFilter.LARGEST + 1, Duration.ofSeconds(seconds), System::nanoTime);
        } catch (IOException brokenOffOrTooLate) {
            refuse(request, response, ProblemType.BODY_TIMEOUT);
            return;
        } finally {
            places.release();
        }
        chain.doFilter(body.of(request), response);
    }

    /** What is left of the body would be taken for the next request: this was the last of its connection. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, ProblemType why) {
        LastRequests.close(request, response);
        try {
            ProblemErrorPage.write(response, why, request.getRequestURI());
        } catch (IOException gone) {
            // whoever broke off hears nothing, and the log has no trace of each
        }
    }
}
