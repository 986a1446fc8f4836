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
import java.util.Objects;
import java.util.Optional;

/**
 * Says where something is by the address at which people reach Miadi: a server behind a proxy that ends TLS would say {@code http:}, and who
 * follows that sends a token in clear.
 */
@Provider
public class PublicLocationFilter implements ContainerResponseFilter {

    @Inject
    @Configured(Setting.PUBLIC_URL)
    Optional<String> publicUrl;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
        String address = publicUrl.orElse("").strip();
        if (location != null && !address.isEmpty()) {
            URI here = request.getUriInfo().getBaseUri();
            response.getHeaders()
                    .putSingle(HttpHeaders.LOCATION, located(address, here, URI.create(location.toString())));
        }
    }

    /**
     * The same place at that address; what is somewhere else stays there.
     *
     * @param here where the server takes itself to be, which some servers put before a path and others do not
     */
    static URI located(String publicUrl, URI here, URI location) {
        boolean isPath = location.getScheme() == null && location.getRawAuthority() == null;
        boolean isHere = Objects.equals(location.getScheme(), here.getScheme())
                && Objects.equals(location.getRawAuthority(), here.getRawAuthority());
        if (!isPath && !isHere) {
            return location;
        }
        String query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
        String fragment = location.getRawFragment() == null ? "" : "#" + location.getRawFragment();
        return URI.create(publicUrl).resolve(location.getRawPath() + query + fragment);
    }
}
