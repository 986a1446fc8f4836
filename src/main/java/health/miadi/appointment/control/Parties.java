package health.miadi.appointment.control;

import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.problem.Refusal;

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
            throw Refusal.invalid("/providerId", "must be the id of a provider");
        }
    }

    /**
     * Goes on only with a patient whose data were not erased.
     *
     * @throws Refusal {@code illegal-transition} otherwise
     */
    void requireUnerased() {
        if (!patient) {
            throw Refusal.of(ProblemType.ILLEGAL_TRANSITION, "R-BOOK-7", "The patient's data were erased meanwhile.");
        }
    }

    /**
     * Goes on only with a patient.
     *
     * @throws Refusal {@code validation} without one
     */
    void requirePatient() {
        if (!patient) {
            throw Refusal.invalid("/patientId", "must be the id of a patient");
        }
    }
}
