package health.miadi.appointment.boundary;

import health.miadi.appointment.control.AppointmentCorrection;
import health.miadi.appointment.control.AppointmentDiary;
import health.miadi.appointment.control.AppointmentLifecycle;
import health.miadi.appointment.control.AppointmentRescheduling;
import health.miadi.appointment.control.NextStarts;
import health.miadi.appointment.entity.AppointmentChange;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.shared.http.IfMatch;
import health.miadi.shared.http.OptionalBody;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.http.StrictJsonProvider;
import health.miadi.shared.http.Versioned;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One appointment and what becomes of it. */
@Path("/appointments/{id}")
@RequestScoped
@Tag(name = "Appointments")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class AppointmentResource {
    @EJB
    AppointmentDiary diary;

    @EJB
    AppointmentLifecycle lifecycle;

    @EJB
    AppointmentCorrection corrections;

    @EJB
    AppointmentRescheduling rescheduling;

    @Inject
    NextStarts nextStarts;

    @Inject
    AppointmentAnswers answers;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "getAppointment", summary = "One appointment")
    @APIResponse(responseCode = "200", description = "The appointment")
    public Versioned<AppointmentResponse> get(@PathParam("id") UUID id) {
        return answers.one(diary.get(caller.get(), id));
    }

    @PATCH
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes({StrictJsonProvider.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(operationId = "amendAppointment", summary = "Change the reason of the visit or the cover")
    @Extension(name = "x-problems", value = "illegal-transition")
    @APIResponse(responseCode = "200", description = "The changed appointment")
    public Versioned<AppointmentResponse> amend(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, AppointmentPatchRequest request) {
        return answers.changed(lifecycle.amend(caller.get(), id, ifMatch.version(), request.amendment()));
    }

    @POST
    @Path("/reschedule")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rescheduleAppointment",
            summary = "Move an appointment to another time or provider",
            description =
                    "It stays the same appointment, and as long as it is unless durationMinutes says otherwise, also"
                            + " where its type has become longer or shorter. If it cannot be moved, nothing has changed.")
    @Extension(
            name = "x-problems",
            value = "slot-taken, patient-busy, slot-not-offered, notice-too-short, beyond-horizon, daily-limit,"
                    + " provider-inactive, illegal-transition, cancellation-too-late, forbidden")
    @APIResponse(responseCode = "200", description = "The moved appointment")
    public Versioned<AppointmentResponse> reschedule(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, RescheduleRequest request) {
        try {
            return answers.changed(rescheduling.reschedule(caller.get(), id, ifMatch.version(), request.move()));
        } catch (Refusal refusal) {
            throw withNextStarts(refusal, id, request);
        }
    }

    private Refusal withNextStarts(Refusal refusal, UUID id, RescheduleRequest request) {
        return NextStarts.isAboutTime(refusal)
                ? nextStarts.addTo(refusal, caller.get(), diary.seen(caller.get(), id), request.move())
                : refusal;
    }

    @POST
    @Path("/cancel")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cancelAppointment",
            summary = "Cancel an appointment",
            description =
                    "A patient can until some hours before its start, and for some minutes after booking it whatever the"
                            + " notice (R-BOOK-7a, R-BOOK-8).")
    @Extension(name = "x-problems", value = "illegal-transition, cancellation-too-late")
    @APIResponse(responseCode = "200", description = "The cancelled appointment")
    public Versioned<AppointmentResponse> cancel(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, @OptionalBody @Nullable ReasonRequest request) {
        return answers.changed(lifecycle.cancel(caller.get(), id, ifMatch.version(), reason(request)));
    }

    @POST
    @Path("/check-in")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkInAppointment",
            summary = "Note that the patient has come, on the provider's day of the visit")
    @Extension(name = "x-problems", value = "illegal-transition")
    @APIResponse(responseCode = "200", description = "The appointment, checked in")
    public Versioned<AppointmentResponse> checkIn(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, @OptionalBody @Nullable ReasonRequest request) {
        return answers.changed(lifecycle.checkIn(caller.get(), id, ifMatch.version(), reason(request)));
    }

    @POST
    @Path("/complete")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "completeAppointment",
            summary = "Note that the visit took place, from its start or the check-in on")
    @Extension(name = "x-problems", value = "illegal-transition")
    @APIResponse(responseCode = "200", description = "The completed appointment")
    public Versioned<AppointmentResponse> complete(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, @OptionalBody @Nullable ReasonRequest request) {
        return answers.changed(lifecycle.complete(caller.get(), id, ifMatch.version(), reason(request)));
    }

    @POST
    @Path("/no-show")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "markNoShow", summary = "Note that the patient did not come")
    @Extension(name = "x-problems", value = "illegal-transition")
    @APIResponse(responseCode = "200", description = "The appointment, as missed")
    public Versioned<AppointmentResponse> noShow(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, @OptionalBody @Nullable ReasonRequest request) {
        return answers.changed(lifecycle.noShow(caller.get(), id, ifMatch.version(), reason(request)));
    }

    @POST
    @Path("/correct")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "correctAppointment",
            summary = "Take back a check-in, a completion or a no-show",
            description =
                    "For what was marked by mistake, within the hours that /config tells (R-BOOK-7a). The history keeps"
                            + " both. What becomes active again needs its time to be free still.")
    @Extension(name = "x-problems", value = "illegal-transition, slot-taken, patient-busy")
    @APIResponse(responseCode = "200", description = "The corrected appointment")
    public Versioned<AppointmentResponse> correct(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, CorrectionRequest request) {
        return answers.changed(
                corrections.correct(caller.get(), id, ifMatch.version(), request.status(), request.reason()));
    }

    private static @Nullable String reason(@Nullable ReasonRequest request) {
        return request == null ? null : request.reason();
    }

    @GET
    @Path("/history")
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Operation(operationId = "listAppointmentHistory", summary = "Every change of an appointment, the earliest first")
    @APIResponse(responseCode = "200", description = "A page of changes")
    public Page<AppointmentChangeResponse> history(@PathParam("id") UUID id, @BeanParam PageParameters paging) {
        PageQuery page = paging.of(1);
        return Page.of(diary.history(caller.get(), id, page), page, AppointmentResource::after)
                .map(AppointmentChangeResponse::from);
    }

    private static Cursor after(AppointmentChange change) {
        return Cursor.after(change.id());
    }
}
