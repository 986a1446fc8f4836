package health.miadi.privacy.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.privacy.control.PatientExport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that is held about a patient, to take along. */
@Path("/patients/{id}/export")
@RequestScoped
@Tag(name = "Patients")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class PatientExportResource {
    @EJB
    PatientExport export;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PATIENT})
    @Operation(
            operationId = "exportPatient",
            summary = "Everything that is held about a patient",
            description =
                    "As one document to keep. Patients export their own data, admins anybody's. Each export is noted in"
                            + " the audit trail, and an account makes twenty an hour.")
    @Extension(name = "x-problems", value = "rate-limited")
    @APIResponse(
            responseCode = "200",
            description = "The document, as an attachment",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "Asks a browser to save it.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = PatientExportResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        PatientExport.Subject subject = export.begin(caller.get(), id);
        return Response.ok(new ExportStream(export, subject, clock.instant()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"miadi-export.json\"")
                .build();
    }
}
