package health.miadi.shared.paging;

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

    /** As much at once as there can be, from there on. */
    public static PageQuery largest(@Nullable Cursor cursor) {
        return new PageQuery(LARGEST, cursor);
    }
}
