package health.miadi.availability.boundary;

import health.miadi.availability.control.SlotFinder;
import health.miadi.availability.control.SlotQuery;
import health.miadi.availability.control.SlotWishes;
import health.miadi.availability.control.WideSearches;
import health.miadi.availability.entity.Slot;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.shared.http.NamedIds;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.http.SearchText;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** When appointments are offered. */
@Path("/slots")
@RequestScoped
@Tag(name = "Slots")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class SlotsResource {
    @EJB
    SlotFinder finder;

    @Inject
    WideSearches wide;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(
            operationId = "findSlots",
            summary = "The offered times of one provider or many, by start and then by provider",
            description = "What is listed can be taken by whoever asks, if nobody else comes first: a patient's other"
                    + " appointments and holds are left out of it. A patient who has as many visits ahead as patients can book"
                    + " is told so instead. Searches of more than ten providers, or of all, are limited by the minute.")
    @Extension(name = "x-problems", value = "not-found, visit-limit, rate-limited")
    @APIResponse(responseCode = "200", description = "A page of offered times")
    public Page<SlotResponse> find(
            @QueryParam("from")
                    @Parameter(required = true, description = "The first instant at which a slot may start")
                    @Nullable
                    Instant from,
            @QueryParam("to")
                    @Parameter(
                            required = true,
                            description =
                                    "The first instant at which none may start any more, at most 92 days after from")
                    @Nullable
                    Instant to,
            @Parameter(description = "Only these providers; can be given up to 100 times") @QueryParam("providerId")
                    List<UUID> providerIds,
            @Parameter(
                            description = "Only providers of this specialization",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
                    @QueryParam("specialization")
                    @Nullable
                    String specialization,
            @Parameter(
                            description = "Only providers of this cadre",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
                    @QueryParam("cadre")
                    @Nullable
                    String cadre,
            @Parameter(description = "What is to be booked; its duration, buffers and limits decide")
                    @QueryParam("appointmentTypeId")
                    @Nullable
                    UUID appointmentTypeId,
            @Parameter(
                            description =
                                    "How long an appointment of no type takes; 30 when nobody says. One that moves: as"
                                            + " long as it is when nobody says, or as its type says now")
                    @QueryParam("durationMinutes")
                    @Nullable
                    Integer durationMinutes,
            @Parameter(
                            description = "For whom: only times at which that patient is free. Patients always ask for"
                                    + " themselves")
                    @QueryParam("patientId")
                    @Nullable
                    UUID patientId,
            @Parameter(
                            description =
                                    "The appointment that is to be moved: only times to which it can be, itself not"
                                            + " counting. Patient, type and length are its own")
                    @QueryParam("appointmentId")
                    @Nullable
                    UUID appointmentId,
            @BeanParam PageParameters paging) {
        PageQuery page = paging.of(SlotFinder.SORT_KEYS);
        SlotRange range = SlotRange.of(from, to);
        SlotQuery query = new SlotQuery(
                range.from(),
                range.to(),
                NamedIds.of(providerIds, "providerId"),
                SearchText.of(specialization, "specialization"),
                SearchText.of(cadre, "cadre"),
                new SlotWishes.Asked(patientId, appointmentId, appointmentTypeId, durationMinutes),
                page);
        wide.count(caller.get(), query);
        return Page.of(finder.find(caller.get(), query), page, SlotsResource::after)
                .map(SlotResponse::from);
    }

    private static Cursor after(Slot slot) {
        return Cursor.after(slot.start(), slot.providerId());
    }
}
