package health.miadi.provider.control;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An appointment in the form in which the API answers it. Features below that of appointments pass it on and know nothing of it. */
@Schema(ref = "#/components/schemas/AppointmentResponse")
public interface StrandedAppointment {}
