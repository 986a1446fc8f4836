package health.miadi.appointment.control;

import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;

/**
 * Who of the two that an appointment brings together exists.
 *
 * @param provider whether the provider does
 * @param patient whether the patient does
 */
record Parties(boolean provider, boolean patient) {
    /**
     * Goes on only with a provider.
     *
     * @throws Refusal {@code validation} without one
     */
    void requireProvider() {
        if (!provider) {
            throw Refusal.invalid("providerId", "must be the id of a provider");
        }
    }

    /**
     * Goes on only with a patient whose data were not erased, and whom a provider who moves the visit still sees (R-AUTH-13).
     *
     * @throws Refusal {@code illegal-transition} otherwise
     */
    void requireUnerased() {
        if (!patient) {
            throw gone();
        }
    }

    /** The refusal of a change to a visit of somebody who is nobody to the caller any more. */
    static Refusal gone() {
        return Refusal.of(
                CommonFact.ILLEGAL_TRANSITION,
                "R-BOOK-7",
                "The patient's data were erased meanwhile, or the visit is so long ago that you no longer see the patient.");
    }

    /**
     * Goes on only with a patient.
     *
     * @throws Refusal {@code validation} without one
     */
    void requirePatient() {
        if (!patient) {
            throw Refusal.invalid("patientId", "must be the id of a patient");
        }
    }
}
