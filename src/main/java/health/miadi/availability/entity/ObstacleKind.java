package health.miadi.availability.entity;

/** What can stand in the way of a start, each with the refusal that it leads to. */
public enum ObstacleKind {
    /** It starts sooner than the terms' notice allows, or has passed. */
    NOTICE(SlotRefusal.NOTICE_TOO_SHORT, "R-BOOK-3"),
    /** It starts later than the terms' horizon allows. */
    HORIZON(SlotRefusal.BEYOND_HORIZON, "R-BOOK-3"),
    /** The windows of the working time do not cover the appointment with its buffers. */
    OUTSIDE_HOURS(SlotRefusal.NOT_OFFERED, "R-AVAIL-5"),
    /** An absence cuts the working time there. */
    ABSENCE(SlotRefusal.NOT_OFFERED, "R-AVAIL-3"),
    /** It lies between two starts of the grid. */
    OFF_GRID(SlotRefusal.NOT_OFFERED, "R-AVAIL-5"),
    /** An appointment blocks some of the time, with its buffers. */
    APPOINTMENT(SlotRefusal.TAKEN, "R-BOOK-1"),
    /** A live hold blocks some of the time, with its buffers. */
    HOLD(SlotRefusal.TAKEN, "R-BOOK-10"),
    /** The patient has another appointment then. */
    PATIENT_BUSY(SlotRefusal.PATIENT_BUSY, "R-BOOK-1"),
    /** Another time that overlaps it is held for the patient. */
    PATIENT_HOLDS(SlotRefusal.PATIENT_HOLDS, "R-BOOK-1"),
    /** The provider has as many of the kind on that day as the terms allow. */
    DAILY_LIMIT(SlotRefusal.DAILY_LIMIT, "R-AVAIL-5");

    private final SlotRefusal refusal;
    private final String rule;

    ObstacleKind(SlotRefusal refusal, String rule) {
        this.refusal = refusal;
        this.rule = rule;
    }

    /** Why a booking is refused where this is in the way. */
    public SlotRefusal refusal() {
        return refusal;
    }

    /** The id of the rule behind it. */
    public String rule() {
        return rule;
    }
}
