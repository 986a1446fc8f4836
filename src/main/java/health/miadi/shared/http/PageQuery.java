package health.miadi.shared.http;

import health.miadi.shared.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a caller wants.
 *
 * @param limit how many items, 1 to 200
 * @param cursor where it begins, null at the beginning
 */
public record PageQuery(int limit, @Nullable Cursor cursor) {
    /** How many items a page has when nobody says. */
    public static final int DEFAULT = 50;
    /** How many items a page can have. */
    public static final int LARGEST = 200;

    /**
     * Reads the parameters {@code limit} and {@code cursor}.
     *
     * @param keys how many sort keys the list has
     * @throws Refusal {@code validation} when the limit is out of bounds or the cursor none of ours
     */
    public static PageQuery of(@Nullable Integer limit, @Nullable String cursor, int keys) {
        int size = limit == null ? DEFAULT : limit;
        if (size < 1 || size > LARGEST) {
            throw Refusal.invalid("limit", "must be from 1 to " + LARGEST);
        }
        return new PageQuery(size, Cursor.parse(cursor, keys));
    }
}
