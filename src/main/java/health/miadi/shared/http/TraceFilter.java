package health.miadi.shared.http;

import health.miadi.shared.problem.ProblemErrorPage;
import health.miadi.shared.problem.ProblemType;
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
 * Refuses {@code TRACE} (RFC 9110, 9.3.8), which a servlet would answer by sending the request's headers back. The servers
 * let it through so that it is refused with a problem document like every other wrong method.
 */
@WebFilter(filterName = "trace", urlPatterns = "/*", asyncSupported = true)
public class TraceFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && http.getMethod().equals("TRACE")) {
            RequestId.stamp(http, answer);
            ProblemErrorPage.write(answer, ProblemType.METHOD_NOT_ALLOWED, http.getRequestURI());
            return;
        }
        chain.doFilter(request, response);
    }
}
