package health.miadi.record.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.record.control.ReadRecord;
import health.miadi.record.control.RecordReading;
import health.miadi.record.control.RecordWriting;
import health.miadi.shared.http.IfMatch;
import health.miadi.shared.http.Versioned;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The medical record of one appointment (R-REC-1 to R-REC-3). */
@Path("/appointments/{id}/record")
@RequestScoped
@Tag(name = "Medical records")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class AppointmentRecordResource {
    @EJB
    RecordReading reading;

    @EJB
    RecordWriting writing;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(
            operationId = "getAppointmentRecord",
            summary = "The record of an appointment",
            description = "For its patient and its provider. To everybody else it does not exist.")
    @Extension(name = "x-problems", value = "record-unreadable")
    @APIResponse(responseCode = "200", description = "The record")
    public Versioned<RecordResponse> get(@PathParam("id") UUID id) {
        ReadRecord read = reading.ofAppointment(caller.get(), id);
        return Versioned.of(read.record().id(), read.record().version(), RecordResponse.from(read));
    }

    @PUT
    @RolesAllowed(Role.Name.PROVIDER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "writeAppointmentRecord",
            summary = "Write the record of an appointment, or amend it",
            description =
                    "By the provider of the appointment, once it has begun. Without If-Match it writes the first one;"
                            + " with it, it amends the one that is there, and keeps the version before.")
    @Extension(name = "x-problems", value = "illegal-transition, duplicate")
    @APIResponse(
            responseCode = "201",
            description = "Written",
            content = @Content(schema = @Schema(implementation = RecordResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "Amended",
            content = @Content(schema = @Schema(implementation = RecordResponse.class)))
    public Response write(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch, RecordRequest request) {
        RecordWriting.Written written = writing.put(caller.get(), id, ifMatch.version(), request.text());
        ReadRecord read = written.read();
        Versioned<RecordResponse> answer =
                Versioned.of(read.record().id(), read.record().version(), RecordResponse.from(read));
        return (written.isNew()
                        ? Response.created(URI.create("/api/v1/appointments/" + id + "/record"))
                        : Response.ok())
                .entity(answer)
                .build();
    }

    @DELETE
    @RolesAllowed({Role.Name.PROVIDER, Role.Name.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "removeAppointmentRecord",
            summary = "Remove the record of an appointment",
            description =
                    "It is hidden from everybody and not erased; another one can be written after it. The reason is in"
                            + " the body, because addresses are logged. An admin, who cannot read the record and so does not know"
                            + " its ETag, sends `If-Match: *`.")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch, RemovalRequest request) {
        writing.remove(caller.get(), id, ifMatch.version(), request.reason());
    }
}
