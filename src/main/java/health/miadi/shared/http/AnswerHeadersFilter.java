package health.miadi.shared.http;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives every answer its {@link AnswerHeaders}, those of the server's own errors included, and answers what browsers ask before a
 * request to another origin.
 */
@WebFilter(
        filterName = "answer-headers",
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class AnswerHeadersFilter implements Filter {
    @Inject
    AnswerHeaders headers;

    @Inject
    CrossOrigin origins;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            headers.stamp(http, answer);
            if (origins.answersPreflight(http, answer)) {
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
