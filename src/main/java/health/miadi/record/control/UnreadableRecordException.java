package health.miadi.record.control;

/** A sealed value cannot be opened: its key is not there, or it is not what was sealed. It says which, and nothing of the text. */
final class UnreadableRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableRecordException(String fact) {
        super(fact, null, false, false);
    }
}
