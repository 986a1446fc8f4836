package health.miadi.console.storage;

/** What is special about an attribute. */
public enum Trait {
    /** An object without it is refused. */
    REQUIRED,
    /** An object has at least one of the attributes that are this. */
    ONE_NEEDED,
    /** The clinic sets it: people never do. */
    READ_ONLY,
    /** Given when the object is made, and never changed. */
    FIXED,
    /** Given when it serves to decide, and not kept as an attribute: it is never shown. */
    WRITE_ONLY,
    /** A password: asked without echo, kept as a hash, never shown. */
    SECRET,
    /** Text of a medical record: written, and shown as {@code (confidential)} (R-REC-2). */
    CONFIDENTIAL,
    /** No two objects of the class have the same. */
    UNIQUE,
    /** How it is stored; seen in exports only. */
    HIDDEN,
    /** Files and exports from before it do not have it: where it is missing there, it is what it is when none is given. */
    LATER
}
