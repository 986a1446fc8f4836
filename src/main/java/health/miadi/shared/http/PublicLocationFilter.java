package health.miadi.shared.http;

import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;

/**
 * Says where something is by the address at which people reach Miadi: a server behind a proxy that ends TLS would say {@code http:}, and who
 * follows that sends a token in clear.
 */
@Provider
public class PublicLocationFilter implements ContainerResponseFilter {

    @Inject
    @Configured(Setting.PUBLIC_URL)
    Optional<String> publicUrl = Optional.empty();

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        publicUrl.map(String::strip).filter(url -> !url.isEmpty()).ifPresent(url -> response.getHeaders()
                .computeIfPresent(HttpHeaders.LOCATION, (name, values) -> values.stream()
                        .map(value -> (Object) located(url, value.toString()))
                        .toList()));
    }

    /** A path at that address; what is an address already stays. */
    static URI located(String publicUrl, String location) {
        return location.startsWith("/") && !location.startsWith("//")
                ? URI.create(publicUrl).resolve(location)
                : URI.create(location);
    }
}
