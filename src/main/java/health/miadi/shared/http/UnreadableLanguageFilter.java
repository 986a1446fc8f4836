package health.miadi.shared.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale.LanguageRange;

/**
 * Takes an {@code Accept-Language} that cannot be read (RFC 9110, section 12.5.4) for none: it is a wish, and whoever
 * writes it badly still gets an answer. RESTEasy would refuse every request that is validated, where Jersey reads it only
 * when asked to.
 */
@Provider
@PreMatching
public class UnreadableLanguageFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        String wish = request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        if (wish == null) {
            return;
        }
        try {
            LanguageRange.parse(wish);
        } catch (IllegalArgumentException unreadable) {
            request.getHeaders().remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
    }
}
