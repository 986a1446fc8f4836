package health.miadi.demo.launcher;

/** A reason why Miadi cannot run that a person can mend; its message is the one sentence that the person reads. */
public final class LaunchRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    LaunchRefusal(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    LaunchRefusal(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** What a person can mend. */
    public String sentence() {
        return sentence;
    }
}
