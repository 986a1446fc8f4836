package health.miadi.availability.control;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An appointment in the form in which the API answers it. This feature passes it on and knows nothing of it. */
@Schema(ref = "#/components/schemas/AppointmentResponse")
public interface StrandedAppointment {}
