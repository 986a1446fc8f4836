package health.miadi.shared.http;

import health.miadi.shared.metrics.Limit;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.metrics.Reading;
import health.miadi.shared.persistence.DatabasePatience;
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
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Lets so many requests to the API in at once, and refuses more at once (503): while the database is slow or away they would
 * take every thread, and nobody could ask the node for its health. Streams count only while a thread works for them.
 */
@WebFilter(filterName = "admission", urlPatterns = "/api/*", asyncSupported = true)
public class AdmissionFilter implements Filter {
    @Inject
    @Configured(Setting.REQUESTS_AT_ONCE)
    int atOnce;

    private volatile Semaphore places = new Semaphore(0);

    @Override
    public void init(FilterConfig config) {
        Semaphore all = new Semaphore(atOnce);
        places = all;
        Reading.REQUESTS_LIMIT.from(() -> atOnce);
        Reading.REQUESTS_RUNNING.from(() -> atOnce - all.availablePermits());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!places.tryAcquire()) {
            Metrics.reached(Limit.ADMISSION);
            if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
                RequestId.stamp(http, answer);
                ProblemErrorPage.write(answer, ProblemType.UNAVAILABLE, http.getRequestURI());
            }
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            // a stream of events goes on without this thread
            DatabasePatience.end();
            places.release();
        }
    }
}
