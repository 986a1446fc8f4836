package health.miadi.availability.entity;

/** How the days and times of a dated departure from the weekly rules belong together. */
public enum ExceptionExtent {
    /** The times are a part of each of its days; without times it takes the whole days. */
    EACH_DAY,
    /** It runs through from the first day's time to the last day's. */
    THROUGH
}
