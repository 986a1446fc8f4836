package health.miadi.shared.refusal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Stack traces for the log that name classes and lines but no messages, because a message may quote data. */
public final class Traces {
    private static final int FRAMES = 12;

    private Traces() {}

    /** The chain of causes, each with its innermost frames. */
    public static String withoutMessages(Throwable thrown) {
        return Causes.of(thrown).map(Traces::one).collect(Collectors.joining("\n caused by "));
    }

    private static String one(Throwable thrown) {
        return thrown.getClass().getName()
                + Arrays.stream(thrown.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> "\n   at " + frame)
                        .collect(Collectors.joining());
    }
}
