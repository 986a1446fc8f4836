package health.miadi.shared.refusal;

import java.util.Objects;
import java.util.stream.Stream;

/** The chain of causes of an exception, containers' wrappers included. */
public final class Causes {
    private static final int LONGEST = 32;

    private Causes() {}

    /** The exception itself, then its cause, and so on. */
    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(LONGEST);
    }
}
