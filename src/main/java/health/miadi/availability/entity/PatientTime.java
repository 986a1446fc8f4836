package health.miadi.availability.entity;

/**
 * When a patient is not free, in the range that was asked for: one cannot be in two places (R-BOOK-1).
 *
 * @param visits the patient's active appointments, without buffers; one that moves is not among them (R-BOOK-9)
 * @param holds what is held for the patient and live, without buffers; a hold that is booked is not among them (R-BOOK-10)
 */
public record PatientTime(IntervalSet visits, IntervalSet holds) {
    /** The time of somebody who has nothing to do, or of nobody in particular. */
    public static final PatientTime FREE = new PatientTime(IntervalSet.empty(), IntervalSet.empty());

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "PatientTime";
    }
}
