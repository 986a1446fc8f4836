package health.miadi.availability.boundary;

import health.miadi.availability.control.CalendarOwners;
import health.miadi.availability.control.SlotWatch;
import health.miadi.availability.control.SlotWatch.Beginning;
import health.miadi.identity.control.EndedSessions;
import health.miadi.identity.control.VerifiedToken;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.shared.http.NamedIds;
import health.miadi.shared.process.Draining;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Set;
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

/**
 * Calendars, live (R-AVAIL-8).
 *
 * <p>The request is suspended as any asynchronous one, and then written by the servlet's own non-blocking output: what JAX-RS
 * has for events waits for slow clients on one of the two servers.
 */
@Path("/slots/events")
@RequestScoped
@Tag(name = "Slots")
@SecurityRequirement(name = "bearer")
public class SlotEventsResource {
    @Inject
    SlotWatch watch;

    @Inject
    CalendarOwners owners;

    @Inject
    CurrentCaller caller;

    @Inject
    EndedSessions endedSessions;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchSlots",
            summary = "An event whenever free time changes",
            description =
                    "Server-Sent Events. `slots-changed` carries `{\"providerId\", \"start\", \"end\"}`: within two"
                            + " seconds after free time of that provider changed somewhere in `[start, end)`, on whichever server"
                            + " it happened; it says neither who nor why. An event may come twice, and its range may be wider than"
                            + " the change: look up again what you show of it. `reset` carries `{}`: changes may have been missed,"
                            + " look up everything again. Comments keep the connection open.\n\n"
                            + "A stream that begins reports every change after its first line; so read slots after that. Whoever"
                            + " connects again with the last `id` as `Last-Event-ID` misses nothing, on any server; ids are good"
                            + " for an hour, after which `reset` is the first event. A stream ends when its access token expires or its session ends,"
                            + " when its client does not read, and when its account begins more than ten: connect again, with a new token. `EventSource` cannot send a"
                            + " token; `fetch` can.")
    @Extension(name = "x-problems", value = "not-found")
    @APIResponse(
            responseCode = "200",
            description = "The stream, which goes on until the client, the token's expiry or the server ends it",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public void watch(
            @Parameter(description = "Only these providers, up to 100; without any, all") @QueryParam("providerId")
                    List<UUID> providerIds,
            @Parameter(
                            description = "The last id of a former stream, to be told what changed since",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Suspended AsyncResponse suspended,
            @Context HttpServletRequest request)
            throws IOException {
        Set<UUID> providers = Set.copyOf(NamedIds.of(providerIds, "providerId"));
        owners.requireAll(providers);
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            suspended.resume(Response.ok().type(MediaType.SERVER_SENT_EVENTS).build());
            return;
        }
        AsyncContext context = request.getAsyncContext();
        VerifiedToken token = caller.token();
        var stream = new SlotEventStream(
                context.getResponse().getOutputStream(),
                () -> suspended.resume(Response.ok().build()),
                token.caller().userId(),
                providers,
                token.expiresAt(),
                () -> Draining.isTrue() || endedSessions.has(token.session()),
                watch::leave);
        Beginning beginning = watch.begin(stream, lastEventId);
        context.setTimeout(0);
        if (context.getResponse() instanceof HttpServletResponse response) {
            response.setContentType(MediaType.SERVER_SENT_EVENTS);
            response.setCharacterEncoding("UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // nginx would hold events back to send them in bulk.
            response.setHeader("X-Accel-Buffering", "no");
        }
        stream.begin(beginning);
    }
}
