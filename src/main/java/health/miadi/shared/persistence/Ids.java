package health.miadi.shared.persistence;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Where ids come from: UUIDs of version 7 (RFC 9562), so that new rows lie together at the end of an index. */
public final class Ids {
    private Ids() {}

    /** A new id, later in order than those before it on this node. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
