package health.miadi.identity.control;

import health.miadi.audit.control.Told;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What others did to an account that nobody at the account has marked as read (R-AUTH-15). Marking it is an entry of the trail like
 * all others, which says how far it was read: there is no other memory of it, and none that anybody could take back.
 *
 * @param unread ids of entries, the newest first
 */
record Notices(Set<Long> unread) {
    /** How many of the newest entries are looked at: more than anybody reads one by one. */
    static final int MOST = 200;

    /**
     * An entry that is one or the other.
     *
     * @param isMark whether it marks others as read
     * @param detail how far, where it marks
     */
    record Entry(long id, boolean isMark, @Nullable String detail) {
        long through() {
            return Told.read(detail, AccountEvents.THROUGH).map(Long::parseLong).orElse(0L);
        }

        /** The number alone. */
        @Override
        public String toString() {
            return "Entry " + id;
        }
    }

    /** Those among an account's entries, the newest first. */
    static Notices among(List<Entry> entries) {
        long through = entries.stream()
                .filter(Entry::isMark)
                .mapToLong(Entry::through)
                .max()
                .orElse(0);
        Set<Long> unread = new LinkedHashSet<>();
        entries.stream()
                .filter(entry -> !entry.isMark() && entry.id() > through)
                .forEach(entry -> unread.add(entry.id()));
        return new Notices(unread);
    }

    /** How many they are. */
    int count() {
        return unread.size();
    }

    /** Whether one of them is that entry or an earlier one. */
    boolean hasUpTo(long id) {
        return unread.stream().anyMatch(each -> each <= id);
    }
}
