package health.miadi.appointment.boundary;

/** The question that every race ends with: is anybody booked twice for the same time? */
final class Overlaps {

    /**
     * Counts pairs of active appointments of one provider, buffers included, or of one patient, that overlap
     * (R-BOOK-1). It joins ranges by itself, so that it would see what the constraints had let through.
     */
    static final String COUNT = """
            SELECT count(*)
              FROM appointments a
              JOIN appointments b ON a.id < b.id
               AND ((a.provider_id = b.provider_id
                     AND a.blocked_from < b.blocked_until AND b.blocked_from < a.blocked_until)
                 OR (a.patient_id = b.patient_id
                     AND a.start_at < b.end_at AND b.start_at < a.end_at))
             WHERE a.status IN ('scheduled', 'checked_in')
               AND b.status IN ('scheduled', 'checked_in')
            """;

    /**
     * Counts pairs of a live hold and another one, or an active appointment, of one provider or of one patient that overlap
     * (R-BOOK-1, R-BOOK-10).
     */
    static final String WITH_HOLDS = """
            SELECT count(*)
              FROM holds h
              JOIN (SELECT id, provider_id, patient_id, start_at, end_at, blocked_from, blocked_until FROM holds
                     WHERE ended_at IS NULL AND expires_at > now()
                     UNION ALL
                    SELECT id, provider_id, patient_id, start_at, end_at, blocked_from, blocked_until FROM appointments
                     WHERE status IN ('scheduled', 'checked_in')) AS b
                ON b.id <> h.id
               AND ((b.provider_id = h.provider_id
                     AND h.blocked_from < b.blocked_until AND b.blocked_from < h.blocked_until)
                 OR (b.patient_id = h.patient_id
                     AND h.start_at < b.end_at AND b.start_at < h.end_at))
             WHERE h.ended_at IS NULL AND h.expires_at > now()
            """;

    private Overlaps() {}
}
