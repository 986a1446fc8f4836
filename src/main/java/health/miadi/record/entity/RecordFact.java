package health.miadi.record.entity;

import health.miadi.shared.refusal.Fact;

/** What is in the way of a medical record. */
public enum RecordFact implements Fact {
    /** It cannot be decrypted (R-REC-2). */
    RECORD_UNREADABLE
}
