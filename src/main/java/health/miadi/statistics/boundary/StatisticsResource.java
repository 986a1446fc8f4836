package health.miadi.statistics.boundary;

import health.miadi.identity.entity.Role;
import health.miadi.shared.http.NamedIds;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import health.miadi.statistics.control.ClinicStatistics;
import health.miadi.statistics.entity.DaySpan;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How the clinic is doing. */
@Path("/statistics")
@RequestScoped
@Tag(name = "Statistics")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {
    private static final int MOST_DAYS = 92;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9899, 12, 31);

    @EJB
    ClinicStatistics statistics;

    @GET
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(
            operationId = "getStatistics",
            summary =
                    "How the clinic is doing: appointments by day, no-shows, how full calendars are, how long one waits",
            description = "A day is a day in the zone of the appointment's provider.")
    @Extension(name = "x-problems", value = "not-found")
    @APIResponse(responseCode = "200", description = "The figures, as they are now")
    public StatisticsResponse get(
            @Parameter(required = true, description = "The first day") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(required = true, description = "The last day; at most 92 days in all")
                    @QueryParam("to")
                    @Nullable
                    LocalDate to,
            @Parameter(description = "Only of these providers; can be given up to 100 times") @QueryParam("providerId")
                    List<UUID> providerIds) {
        return StatisticsResponse.from(statistics.of(span(from, to), NamedIds.of(providerIds, "providerId")));
    }

    private static DaySpan span(@Nullable LocalDate from, @Nullable LocalDate to) {
        var faults = new ArrayList<FieldError>();
        if (from == null || from.isBefore(FIRST)) {
            faults.add(new FieldError("from", "is required, and not before 1900"));
        }
        if (to == null || to.isAfter(LAST)) {
            faults.add(new FieldError("to", "is required, and before the year 9900"));
        }
        if (from == null || to == null || !faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        if (to.isBefore(from)) {
            throw Refusal.invalid("to", "must not be before from");
        }
        var span = new DaySpan(from, to);
        if (span.length() > MOST_DAYS) {
            throw Refusal.invalid("to", "must end a span of at most " + MOST_DAYS + " days");
        }
        return span;
    }
}
