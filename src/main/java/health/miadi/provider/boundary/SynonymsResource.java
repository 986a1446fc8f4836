package health.miadi.provider.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.provider.control.SynonymList;
import health.miadi.provider.control.SynonymRepository;
import health.miadi.provider.entity.Synonym;
import health.miadi.shared.http.IfMatch;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.http.Versioned;
import health.miadi.shared.idempotency.Created;
import health.miadi.shared.idempotency.IdempotentCreation;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people call what providers do, so that a search finds them by it. */
@Path("/synonyms")
@RequestScoped
@Tag(name = "Providers")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class SynonymsResource {
    private static final String PATH = "/api/v1/synonyms/";

    @EJB
    SynonymList synonyms;

    @EJB
    IdempotentCreation creation;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(operationId = "listSynonyms", summary = "What people call what providers do, by what is said")
    @APIResponse(responseCode = "200", description = "A page of synonyms")
    public Page<SynonymResponse> list(@BeanParam PageParameters paging) {
        PageQuery page = paging.of(SynonymRepository.SORT_KEYS);
        return Page.of(synonyms.list(page), page, synonym -> Cursor.after(synonym.said(), synonym.id()))
                .map(SynonymResponse::from);
    }

    @POST
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createSynonym", summary = "Let a search find a specialization or cadre by another word")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(
            responseCode = "201",
            description = "The new synonym",
            content = @Content(schema = @Schema(implementation = SynonymResponse.class)))
    public Created create(@HeaderParam("Idempotency-Key") @Nullable String key, SynonymRequest request) {
        return creation.once(caller.get().userId(), key, "synonyms", request, () -> {
            Synonym synonym = synonyms.add(request.said(), request.meant());
            return Created.of(PATH + synonym.id(), synonym.id(), synonym.version(), SynonymResponse.from(synonym));
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(operationId = "getSynonym", summary = "One synonym")
    @APIResponse(responseCode = "200", description = "The synonym")
    public Versioned<SynonymResponse> get(@PathParam("id") UUID id) {
        Synonym synonym = synonyms.get(id);
        return Versioned.of(id, synonym.version(), SynonymResponse.from(synonym));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replaceSynonym", summary = "Change a synonym")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(responseCode = "200", description = "The changed synonym")
    public Versioned<SynonymResponse> replace(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, SynonymRequest request) {
        Synonym synonym = synonyms.change(id, ifMatch.version(), request.said(), request.meant());
        return Versioned.of(id, synonym.version(), SynonymResponse.from(synonym));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(operationId = "deleteSynonym", summary = "Remove a synonym")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        synonyms.remove(id, ifMatch.version());
    }
}
