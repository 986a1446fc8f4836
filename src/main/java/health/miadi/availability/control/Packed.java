package health.miadi.availability.control;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Values one behind the other in the binary form in which PostgreSQL sends them ({@code int4send}, {@code date_send} …):
 * numbers in network order, counted from 2000-01-01.
 */
final class Packed {
    private static final long SECONDS_FROM_1970 = 946_684_800L;
    private static final int DAYS_FROM_1970 = 10_957;
    private static final long MICROS = 1_000_000L;
    private static final long NANOS_OF_MICRO = 1_000L;

    private final ByteBuffer bytes;

    /**
     * @param column a {@code bytea}, or null: nothing is in it
     */
    Packed(@Nullable Object column) {
        this.bytes = ByteBuffer.wrap(column == null ? new byte[0] : (byte[]) column);
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    /** How many values are left that are each so many bytes long. */
    int left(int length) {
        return bytes.remaining() / length;
    }

    /** An {@code integer}. */
    int number() {
        return bytes.getInt();
    }

    /** An {@code integer} that stands for nothing when it is negative. */
    @Nullable
    Integer optional() {
        int number = bytes.getInt();
        return number < 0 ? null : number;
    }

    /** A {@code timestamptz}. */
    Instant instant() {
        long micros = bytes.getLong();
        return Instant.ofEpochSecond(
                SECONDS_FROM_1970 + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_OF_MICRO);
    }

    /** A {@code date}. */
    LocalDate day() {
        return LocalDate.ofEpochDay((long) DAYS_FROM_1970 + bytes.getInt());
    }

    /** A {@code date} that stands for nothing when it is infinite. */
    @Nullable
    LocalDate finiteDay() {
        int days = bytes.getInt();
        boolean infinite = days == Integer.MIN_VALUE || days == Integer.MAX_VALUE;
        return infinite ? null : LocalDate.ofEpochDay((long) DAYS_FROM_1970 + days);
    }

    /** A {@code time}. */
    LocalTime time() {
        return LocalTime.ofNanoOfDay(bytes.getLong() * NANOS_OF_MICRO);
    }
}
