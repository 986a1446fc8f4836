package health.miadi.shared.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes an {@code Accept-Language} that cannot be read (RFC 9110, section 12.5.4) for none: it is a wish, and whoever
 * writes it badly still gets an answer. RESTEasy refuses such a request before anything of the application sees it, where
 * Jersey reads the header only when asked to.
 */
@WebFilter(filterName = "unreadable-language", urlPatterns = "/api/*", asyncSupported = true)
public class UnreadableLanguageFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean readable = !(request instanceof HttpServletRequest http)
                || Collections.list(http.getHeaders(HttpHeaders.ACCEPT_LANGUAGE)).stream()
                        .allMatch(UnreadableLanguageFilter::isReadable);
        chain.doFilter(readable ? request : new WithoutLanguage((HttpServletRequest) request), response);
    }

    private static boolean isReadable(String wish) {
        try {
            return !LanguageRange.parse(wish).isEmpty();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** A request that says nothing of languages. */
    private static final class WithoutLanguage extends HttpServletRequestWrapper {
        private static final Predicate<String> OTHER = name -> !HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(name);

        WithoutLanguage(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return OTHER.test(name) ? super.getHeader(name) : null;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return OTHER.test(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            List<String> names = Collections.list(super.getHeaderNames());
            names.removeIf(OTHER.negate());
            return Collections.enumeration(names);
        }
    }
}
