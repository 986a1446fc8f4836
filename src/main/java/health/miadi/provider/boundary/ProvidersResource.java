package health.miadi.provider.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.provider.control.ProviderQuery;
import health.miadi.provider.control.ProviderRegistry;
import health.miadi.provider.control.ProviderRegistry.Changed;
import health.miadi.provider.control.ProviderRepository;
import health.miadi.provider.entity.Provider;
import health.miadi.shared.http.IfMatch;
import health.miadi.shared.http.NamedIds;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.http.SearchText;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Those who give care. */
@Path("/providers")
@RequestScoped
@Tag(name = "Providers")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class ProvidersResource {
    static final String PATH = "/api/v1/providers/";

    @EJB
    ProviderRegistry registry;

    @EJB
    IdempotentCreation creation;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "listProviders", summary = "The providers of the clinic, by name")
    @APIResponse(responseCode = "200", description = "A page of providers")
    public Page<ProviderResponse> list(
            @Parameter(
                            description =
                                    "What is said of the provider: words of the name in any order and without their marks, what"
                                            + " the provider does or what patients call it (skin), e-mail address or phone",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
                    @QueryParam("search")
                    @Nullable
                    String search,
            @Parameter(
                            description = "Only this specialization",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
                    @QueryParam("specialization")
                    @Nullable
                    String specialization,
            @Parameter(description = "Only this cadre", schema = @Schema(type = SchemaType.STRING, maxLength = 100))
                    @QueryParam("cadre")
                    @Nullable
                    String cadre,
            @Parameter(description = "Only those who take appointments, or only those who do not")
                    @QueryParam("active")
                    @Nullable
                    Boolean active,
            @Parameter(description = "Only these, as far as they exist; can be given up to 100 times") @QueryParam("id")
                    List<UUID> ids,
            @BeanParam PageParameters paging) {
        PageQuery page = paging.of(ProviderRepository.SORT_KEYS);
        ProviderQuery query = new ProviderQuery(
                SearchText.of(search),
                SearchText.of(specialization, "specialization"),
                SearchText.of(cadre, "cadre"),
                active,
                NamedIds.of(ids, "id"));
        return Page.of(registry.list(query, page), page, ProvidersResource::after)
                .map(ProviderResponse::from);
    }

    private static Cursor after(Provider provider) {
        return Cursor.after(provider.sortName(), provider.id());
    }

    @POST
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createProvider", summary = "Add a provider")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(
            responseCode = "201",
            description = "The new provider",
            content = @Content(schema = @Schema(implementation = ProviderResponse.class)))
    public Created create(@HeaderParam("Idempotency-Key") @Nullable String key, ProviderRequest request) {
        return creation.once(caller.get().userId(), key, "providers", request, () -> {
            Provider provider = registry.add(request.details(), request.practice());
            return Created.of(PATH + provider.id(), provider.id(), provider.version(), ProviderResponse.from(provider));
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "getProvider", summary = "One provider")
    @APIResponse(responseCode = "200", description = "The provider")
    public Versioned<ProviderResponse> get(@PathParam("id") UUID id) {
        Provider provider = registry.get(id);
        return Versioned.of(id, provider.version(), ProviderResponse.from(provider));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replaceProvider", summary = "Change a provider")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(
            responseCode = "200",
            description = "The changed provider, and the appointments that the change strands")
    public Versioned<ChangedProviderResponse> replace(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, ProviderRequest request) {
        Changed changed = registry.change(id, ifMatch.version(), request.details(), request.practice());
        return Versioned.of(id, changed.provider().version(), ChangedProviderResponse.from(changed));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(operationId = "deleteProvider", summary = "Remove a provider to whom nothing refers")
    @Extension(name = "x-problems", value = "in-use")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        registry.remove(id, ifMatch.version());
    }
}
