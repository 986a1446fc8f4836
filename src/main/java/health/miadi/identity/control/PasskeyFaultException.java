package health.miadi.identity.control;

/** Why a passkey is not taken. */
public final class PasskeyFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Fault {
        /** The challenge was not given to this browser, or too long ago, or was answered already. */
        NO_CHALLENGE("stale-passkey"),
        /** Nobody has it here. */
        UNKNOWN("unknown-passkey"),
        /** It is of another account. */
        ANOTHERS("anothers-passkey"),
        /** The page, the user's verification or the signature is not as it must be. */
        WRONG("wrong-passkey"),
        /** Its count went back: there is a copy of it. */
        CLONED("cloned-passkey");

        private final String word;

        Fault(String word) {
            this.word = word;
        }

        /** As the audit trail says it. */
        String word() {
            return word;
        }
    }

    private final Fault fault;

    PasskeyFaultException(Fault fault) {
        super(fault.word(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
