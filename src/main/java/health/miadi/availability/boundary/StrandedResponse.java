package health.miadi.availability.boundary;

import health.miadi.provider.control.StrandedAppointment;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What the removal of hours strands.
 *
 * @param stranded the appointments that lie outside working time now, by their start; they stay booked (R-AVAIL-4)
 */
public record StrandedResponse(List<StrandedAppointment> stranded) {
    /** The answer to a removal: 204 where it strands nothing. */
    static Response afterRemoval(List<? extends StrandedAppointment> stranded) {
        return stranded.isEmpty()
                ? Response.noContent().build()
                : Response.ok(new StrandedResponse(List.copyOf(stranded))).build();
    }

    /** Nothing of the appointments. */
    @Override
    public String toString() {
        return "StrandedResponse";
    }
}
