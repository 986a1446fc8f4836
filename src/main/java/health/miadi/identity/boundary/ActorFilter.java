package health.miadi.identity.boundary;

import health.miadi.identity.http.ActingRequest;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Tells the audit trail from which request somebody acts (R-REC-5). */
@WebFilter(filterName = "actor", urlPatterns = "/*", asyncSupported = true)
public class ActorFilter implements Filter {
    @Inject
    ActingRequest acting;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http) {
            acting.begin(http);
        }
        chain.doFilter(request, response);
    }
}
