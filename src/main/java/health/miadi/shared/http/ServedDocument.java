package health.miadi.shared.http;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Keeps the OpenAPI document that a server serves as the build made it.
 *
 * <p>Payara adds a member {@code endpoints} at the top, which is no part of OpenAPI, so that client generators refuse the
 * document. The server calls this filter after that, and every other server finds nothing to take out.
 */
public class ServedDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        try {
            if (document.getClass().getMethod("getEndpoints").invoke(document) instanceof Map<?, ?> endpoints) {
                endpoints.clear();
            }
        } catch (ReflectiveOperationException absent) {
            // A server that adds nothing needs nothing taken out.
        }
    }
}
