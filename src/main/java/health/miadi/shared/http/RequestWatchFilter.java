package health.miadi.shared.http;

import health.miadi.shared.logging.LogContext;
import health.miadi.shared.process.Draining;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Watches every request until it is answered; the first of all filters ({@code web.xml}). A node that stops waits for each (ADR 0045), for
 * those whose body has not come yet and those that are not for the API as well.
 */
public class RequestWatchFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer)) {
            chain.doFilter(request, response);
            return;
        }
        RequestId.stamp(http, answer);
        WatchedRequest watched = WatchedRequest.begin(http, answer);
        if (Draining.isTrue() && request.getProtocol().startsWith("HTTP/1.")) {
            answer.setHeader("Connection", "close");
        }
        boolean returned = false;
        LogContext.enter(RequestId.of(http));
        try {
            chain.doFilter(request, response);
            returned = true;
        } finally {
            LogContext.leave();
            if (!returned) {
                watched.fail();
            } else if (!endsLater(http, watched)) {
                watched.end();
            }
        }
    }

    /** Whether the answer is still to come; if so, its end will be noted. */
    private static boolean endsLater(HttpServletRequest request, WatchedRequest watched) {
        if (!request.isAsyncStarted()) {
            return false;
        }
        try {
            AsyncContext context = request.getAsyncContext();
            context.addListener(new End(watched));
            return true;
        } catch (IllegalStateException overMeanwhile) {
            return false;
        }
    }

    private static final class End implements AsyncListener {
        private final WatchedRequest watched;

        private End(WatchedRequest watched) {
            this.watched = watched;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            watched.end();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // what is answered then completes it
        }

        @Override
        public void onError(AsyncEvent event) {
            watched.fail();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
