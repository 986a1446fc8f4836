package health.miadi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST application: every resource of the HTTP contract lives below {@code /api/v1}. */
@ApplicationScoped
@ApplicationPath("/api/v1")
@LoginConfig(authMethod = "MP-JWT", realmName = "miadi")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Miadi",
                        version = "1",
                        description = """
                                Appointments for clinics: find a free time, book it once, see your visits.

                                Sign in with `POST /api/v1/auth/login` and send the access token as `Authorization: Bearer ...`.
                                Ids are UUIDs. Instants are RFC 3339 with an offset, and answered in UTC. Enumerations are
                                lower case. Members and query parameters that nobody knows are refused. A list answers a
                                page of items and the cursor of the next. Every refusal is a problem document (RFC 9457),
                                whose `type` resolves to a page that says what to do about it.""",
                        contact = @Contact(name = "Miadi"),
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        tags = {
            @Tag(name = "Accounts", description = "Registering, signing in, and who is signed in"),
            @Tag(name = "Users", description = "Everybody's accounts, for admins"),
            @Tag(name = "Patients", description = "The people who receive care"),
            @Tag(name = "Insurance", description = "Who pays for a patient's visits, and until when"),
            @Tag(name = "Providers", description = "The people who give care"),
            @Tag(name = "Availability", description = "When providers work: weekly rules and exceptions to them"),
            @Tag(name = "Appointment types", description = "What can be booked, and within which limits"),
            @Tag(name = "Slots", description = "The starts that are offered"),
            @Tag(name = "Holds", description = "Times that are held for a few minutes before they are booked"),
            @Tag(name = "Appointments", description = "Booking, moving, and everything until the visit is over"),
            @Tag(
                    name = "Medical records",
                    description = "What providers write of a visit, for its patient and them alone"),
            @Tag(name = "Audit", description = "Who did what, and whether that was changed afterwards, for admins"),
            @Tag(name = "Statistics", description = "How the clinic is doing, for admins"),
            @Tag(name = "Configuration", description = "What a front end needs to know"),
        })
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The accessToken of POST /auth/login")
@SecurityScheme(
        securitySchemeName = "cookie",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = "__Host-miadi-refresh",
        description = "A browser's session: only where tokens are refreshed or given up, and only with X-CSRF-Token")
public class MiadiApplication extends Application {
    /**
     * Leaves JSON to {@link health.miadi.shared.http.StrictJsonProvider}. Jersey registers a JSON-B provider of equal
     * rank otherwise, and which of the two reads a body is then a matter of chance. Nor does it describe the application in
     * WADL: the OpenAPI document does. Other implementations ignore both.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.jsonFeature", "StrictJsonProvider", "jersey.config.server.wadl.disableWadl", true);
    }
}
