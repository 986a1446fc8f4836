package health.miadi.shared.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, and where the next one begins.
 *
 * @param items at most as many as were asked for
 * @param next the cursor of the next page, null on the last
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {
    /**
     * Cuts a page out of one row more than it has: that row says whether there is a next page.
     *
     * @param rows up to {@code limit + 1} rows
     * @param query how many a page has
     * @param cursor where to go on after the last row of the page
     */
    public static <T> Page<T> of(List<T> rows, PageQuery query, Function<T, Cursor> cursor) {
        int limit = query.limit();
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    /** The same page with other items. */
    public <R> Page<R> map(Function<T, R> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), next);
    }

    /** How many items it has, and nothing of them. */
    @Override
    public String toString() {
        return "Page of " + items.size();
    }
}
