package health.miadi.identity.entity;

/** What somebody showed besides their password (R-AUTH-10); the audit trail has it of each sign-in. */
public enum SecondFactor {
    /** Nothing: the account has no second factor. */
    NONE("password", "provider"),
    APP("password and app", "provider and app"),
    RECOVERY_CODE("password and recovery code", "provider and recovery code"),
    PASSKEY("password and passkey", "provider and passkey"),
    /** A passkey alone, which is both factors (R-AUTH-18). */
    PASSKEY_ALONE("passkey", "passkey");

    private final String words;
    private final String wordsAfterProvider;

    SecondFactor(String words, String wordsAfterProvider) {
        this.words = words;
        this.wordsAfterProvider = wordsAfterProvider;
    }

    /** The same of somebody who came by an OpenID provider. */
    public String wordsAfterProvider() {
        return wordsAfterProvider;
    }

    /** With what somebody signed in, as the trail says it. */
    public String words() {
        return words;
    }
}
