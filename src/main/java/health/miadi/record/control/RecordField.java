package health.miadi.record.control;

/** A part of a record's text. Its code is authenticated with what it seals, so that no part can pass for another. */
enum RecordField {
    DIAGNOSIS(1),
    TREATMENT(2),
    PRESCRIPTIONS(3),
    NOTES(4);

    private final int code;

    RecordField(int code) {
        this.code = code;
    }

    /** Never changed: sealed values depend on it. */
    byte code() {
        return (byte) code;
    }
}
