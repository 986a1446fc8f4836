package health.miadi.console.shell;

import java.util.List;

/** Asks the person at the terminal. */
interface Questions {
    /**
     * What the person answers, without spaces around it.
     *
     * @param choices that Tab offers; any other answer is possible
     * @throws GivenUpException for Ctrl-C and Ctrl-D
     */
    String ask(String question, List<Choice> choices);

    /**
     * What the person answers, without showing it anywhere.
     *
     * @throws GivenUpException for Ctrl-C and Ctrl-D
     */
    String askSecretly(String question);

    /** The person wants no more of this command. */
    final class GivenUpException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUpException(Throwable cause) {
            super("given up; nothing was changed", cause);
        }
    }
}
