package health.miadi.console.database;

import health.miadi.console.storage.StoredObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Objects in the order of their ids, read a page at a time while somebody walks: no transaction waits for a reader. */
final class Pages implements Iterator<StoredObject> {
    private static final int PAGE = 500;

    private final Reader reader;
    private final Deque<StoredObject> read = new ArrayDeque<>();
    private @Nullable UUID last;
    private boolean ended;

    /** Reads the objects that come after one. */
    @FunctionalInterface
    interface Reader {
        List<StoredObject> after(@Nullable UUID last, int limit);
    }

    private Pages(Reader reader) {
        this.reader = reader;
    }

    static Stream<StoredObject> of(Reader reader) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new Pages(reader), Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL),
                false);
    }

    @Override
    public boolean hasNext() {
        if (read.isEmpty() && !ended) {
            List<StoredObject> page = reader.after(last, PAGE);
            ended = page.size() < PAGE;
            read.addAll(page);
        }
        return !read.isEmpty();
    }

    @Override
    public StoredObject next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        StoredObject next = read.remove();
        last = next.id();
        return next;
    }
}
