package health.miadi.identity.entity;

/** What somebody showed besides their password (R-AUTH-10); the audit trail has it of each sign-in. */
public enum SecondFactor {
    /** Nothing: the account has no second factor. */
    NONE("password"),
    APP("password and app"),
    RECOVERY_CODE("password and recovery code");

    private final String words;

    SecondFactor(String words) {
        this.words = words;
    }

    /** With what somebody signed in, as the trail says it. */
    public String words() {
        return words;
    }
}
