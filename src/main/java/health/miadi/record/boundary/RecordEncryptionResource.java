package health.miadi.record.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.record.control.RecordEncryption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far a change of the key has come. It shows numbers and the names of keys, and nothing of any record. */
@Path("/records/encryption")
@RequestScoped
@Tag(name = "Medical records")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class RecordEncryptionResource {
    @Inject
    RecordEncryption encryption;

    @GET
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(
            operationId = "getRecordEncryption",
            summary = "How far the records have moved to the newest key",
            description = "After a new key was configured, the application seals every version anew while it runs.")
    public RecordEncryptionResponse get() {
        return RecordEncryptionResponse.from(encryption.progress());
    }
}
