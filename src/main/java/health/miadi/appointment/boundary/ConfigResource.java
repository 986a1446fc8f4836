package health.miadi.appointment.boundary;

import health.miadi.appointment.control.BookingSettings;
import health.miadi.availability.control.BookingTerms;
import health.miadi.identity.control.AdminSetup;
import health.miadi.identity.control.openid.OpenIdSettings;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a front end must know before anybody signs in. */
@Path("/config")
@RequestScoped
@Tag(name = "Configuration")
@Produces(MediaType.APPLICATION_JSON)
public class ConfigResource {
    @Inject
    BookingTerms terms;

    @Inject
    BookingSettings settings;

    @Inject
    OpenIdSettings openId;

    @EJB
    AdminSetup setup;

    @Inject
    @ConfigProperty(name = "miadi.version")
    String version;

    @GET
    @PermitAll
    @Operation(operationId = "getConfig", summary = "What a front end must know")
    public ConfigResponse get() {
        return ConfigResponse.of(version, openId.isOn(), setup.isDone(), terms, settings);
    }
}
