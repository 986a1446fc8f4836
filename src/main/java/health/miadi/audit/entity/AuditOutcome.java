package health.miadi.audit.entity;

import java.util.Locale;

/** What became of it. */
public enum AuditOutcome {
    /** It was done, in the transaction that wrote the entry. */
    DONE,
    /** It was refused, and nothing of it was done. */
    REFUSED;

    /** The word for it in the database and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
