package health.miadi.availability.entity;

/** What a dated departure from the weekly rules does to them. */
public enum ExceptionKind {
    /** The provider is away, whatever else says otherwise (R-AVAIL-3). */
    ABSENT,
    /** The provider works hours beyond the weekly ones. */
    EXTRA
}
