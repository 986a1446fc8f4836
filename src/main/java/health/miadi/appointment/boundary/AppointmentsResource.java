package health.miadi.appointment.boundary;

import health.miadi.appointment.control.AppointmentBooking;
import health.miadi.appointment.control.AppointmentDiary;
import health.miadi.appointment.control.AppointmentQuery;
import health.miadi.appointment.control.AppointmentRepository;
import health.miadi.appointment.control.NextStarts;
import health.miadi.appointment.entity.Appointment;
import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.idempotency.Created;
import health.miadi.shared.idempotency.IdempotentCreation;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Booking, and the lists of what is booked. */
@Path("/appointments")
@RequestScoped
@Tag(name = "Appointments")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class AppointmentsResource {
    static final String PATH = "/api/v1/appointments/";

    @EJB
    AppointmentBooking appointmentBooking;

    @EJB
    AppointmentDiary diary;

    @EJB
    IdempotentCreation creation;

    @Inject
    NextStarts nextStarts;

    @Inject
    AppointmentAnswers answers;

    @Inject
    CurrentCaller caller;

    /** In which direction of time a list goes. */
    public enum Order {
        ASC,
        DESC
    }

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "listAppointments", summary = "The appointments that you may see, by start")
    @APIResponse(responseCode = "200", description = "A page of appointments")
    public Page<AppointmentResponse> list(
            @Parameter(description = "The first instant at which one may start") @QueryParam("from") @Nullable
                    Instant from,
            @Parameter(description = "The first instant at which none starts any more") @QueryParam("to") @Nullable
                    Instant to,
            @Parameter(description = "Only those with this status") @QueryParam("status") @Nullable
                    AppointmentStatus status,
            @Parameter(description = "Only those with this provider") @QueryParam("providerId") @Nullable
                    UUID providerId,
            @Parameter(description = "Only those of this patient") @QueryParam("patientId") @Nullable UUID patientId,
            @Parameter(
                            description = "asc, the default, or desc: the latest first",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"asc", "desc"}))
                    @QueryParam("order")
                    @Nullable
                    Order order,
            @BeanParam PageParameters paging) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw Refusal.invalid("to", "must be after from");
        }
        PageQuery page = paging.of(AppointmentRepository.SORT_KEYS);
        AppointmentQuery query = new AppointmentQuery(from, to, status, providerId, patientId, order == Order.DESC);
        return answers.page(Page.of(diary.list(caller.get(), query, page), page, AppointmentsResource::after));
    }

    private static Cursor after(Appointment appointment) {
        return Cursor.after(appointment.time().start(), appointment.id());
    }

    @POST
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "bookAppointment",
            summary = "Book an appointment",
            description = "Of those who want the same time at once, one gets it; the others are told the next starts.")
    @Extension(
            name = "x-problems",
            value = "slot-taken, patient-busy, slot-not-offered, notice-too-short, beyond-horizon, daily-limit,"
                    + " provider-inactive, visit-limit, hold-expired, hold-mismatch, forbidden")
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = AppointmentResponse.class)))
    public Created book(@HeaderParam("Idempotency-Key") @Nullable String key, AppointmentRequest request) {
        try {
            return creation.once(caller.get().userId(), key, "appointments", request, () -> created(request));
        } catch (Refusal refusal) {
            throw nextStarts.addTo(refusal, caller.get(), request.booking());
        }
    }

    private Created created(AppointmentRequest request) {
        Appointment booked = appointmentBooking.book(caller.get(), request.booking());
        return Created.of(
                PATH + booked.id(),
                booked.id(),
                booked.version(),
                AppointmentResponse.from(booked, List.of(), booked.timeZone()));
    }
}
