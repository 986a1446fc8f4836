package health.miadi.shared.http;

import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.Refusal;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The parameters {@code limit} and {@code cursor}, which every list has. */
public class PageParameters {
    @QueryParam("limit")
    @Nullable
    Integer limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    /**
     * The page that they ask for.
     *
     * @param keys how many sort keys the list has
     * @throws Refusal {@code validation} when the limit is out of bounds or the cursor none of ours
     */
    public PageQuery of(int keys) {
        return query(limit, cursor, keys);
    }

    /** The same for a search, whose body has both. */
    public static PageQuery query(@Nullable Integer limit, @Nullable String cursor, int keys) {
        int size = limit == null ? PageQuery.DEFAULT : limit;
        if (size < 1 || size > PageQuery.LARGEST) {
            throw Refusal.invalid("limit", "must be from 1 to " + PageQuery.LARGEST);
        }
        return new PageQuery(size, Cursors.parse(cursor, keys));
    }
}
