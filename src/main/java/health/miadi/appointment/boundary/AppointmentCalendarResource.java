package health.miadi.appointment.boundary;

import health.miadi.appointment.control.AppointmentDiary;
import health.miadi.appointment.control.BookingSettings;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.shared.http.Etags;
import health.miadi.shared.http.Versioned;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One appointment for the calendar that one keeps elsewhere. */
@Path("/appointments/{id}/calendar")
@RequestScoped
@Tag(name = "Appointments")
@SecurityRequirement(name = "bearer")
public class AppointmentCalendarResource {
    /** The media type of iCalendar files (RFC 5545, section 8.1). */
    private static final String CALENDAR = "text/calendar";

    @EJB
    AppointmentDiary diary;

    @Inject
    BookingSettings settings;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT})
    @Produces(CALENDAR + ";charset=utf-8")
    @Operation(
            operationId = "getAppointmentCalendar",
            summary = "One appointment as an iCalendar file",
            description =
                    "For the calendar on a phone or elsewhere: when, with which provider, and the type's name; neither the"
                            + " reason of the visit nor the patient. The same UID with a higher SEQUENCE takes the place of an"
                            + " earlier file. Of a visit that was cancelled or missed its title, STATUS and TRANSP say so.")
    @APIResponse(
            responseCode = "200",
            description = "The file, as an attachment",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "Asks a browser to save it.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Parameter(name = HttpHeaders.IF_NONE_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    public Response get(
            @PathParam("id") UUID id,
            @Parameter(description = "English or Swahili; English when it asks for neither.")
                    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable
                    String acceptLanguage) {
        Caller reader = caller.get();
        CalendarWords words = CalendarWords.forReader(acceptLanguage);
        byte[] file = CalendarFile.of(diary.entry(reader, id), reader, settings.cancellationNotice(), words);
        return Response.ok(new Versioned<>(Etags.ofContent(file), file, true))
                .language(words.language())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\"")
                .build();
    }
}
