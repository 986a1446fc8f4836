package health.miadi.patient.boundary;

import health.miadi.identity.entity.Confirmed;

/**
 * What of a person's data is confirmed: staff entered it or saw what proves it, or a sign-in at Google proved it (R-PERS-2). What is
 * not there is not confirmed.
 */
public record ConfirmedResponse(boolean phone, boolean email, boolean nationalId) {
    static ConfirmedResponse from(Confirmed confirmed) {
        return new ConfirmedResponse(confirmed.phone(), confirmed.email(), confirmed.nationalId());
    }
}
