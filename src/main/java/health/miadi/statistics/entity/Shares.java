package health.miadi.statistics.entity;

import org.jspecify.annotations.Nullable;

/** Shares of a whole, to the ten-thousandth. */
public final class Shares {
    private static final double STEPS = 10_000;

    private Shares() {}

    /** What share {@code part} is of {@code whole}; null when there is no whole. */
    public static @Nullable Double of(long part, long whole) {
        return whole == 0 ? null : Math.rint(part * STEPS / whole) / STEPS;
    }
}
