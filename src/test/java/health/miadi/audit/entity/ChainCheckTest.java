package health.miadi.audit.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R-REC-5: the walk along the chain finds the first thing that is not as it was written. */
class ChainCheckTest {
    private final List<AuditEntry> entries = new ArrayList<>();
    private final List<Seal> seals = new ArrayList<>();

    ChainCheckTest() {
        for (int i = 1; i <= 7; i++) {
            entries.add(entry(10 + i / 3, i, "read"));
        }
        seals.add(Seal.NONE.followedBy(entries.subList(0, 3)));
        seals.add(seals.get(0).followedBy(entries.subList(3, 4)));
        seals.add(seals.get(1).followedBy(entries.subList(4, 7)));
    }

    @Test
    void holdsWhenNothingWasChanged() {
        ChainCheck check = walk(null);

        assertThat(check.fault()).isEmpty();
        assertThat(check.head().position()).isEqualTo(7);
        assertThat(check.head().hash()).hasSize(64);
    }

    @Test
    void endsWithTheSameHeadHoweverTheEntriesWereCutIntoSeals() {
        ChainHead head = walk(null).head();
        seals.clear();
        seals.add(Seal.NONE.followedBy(entries));

        assertThat(walk(null).head()).isEqualTo(head);
    }

    @Test
    void findsTheEntryThatWasChanged() {
        entries.set(3, entry(11, 4, "exported"));

        assertThat(walk(null).fault()).contains(new ChainFault(ChainFaultKind.CHANGED, 4, 4L));
    }

    @Test
    void findsTheEntryThatWasRemovedAtTheEndOfASealOrWithinIt() {
        AuditEntry last = entries.remove(2);
        assertThat(walk(null).fault()).contains(new ChainFault(ChainFaultKind.REMOVED, 3, 3L));

        entries.add(2, last);
        entries.remove(1);
        assertThat(walk(null).fault()).contains(new ChainFault(ChainFaultKind.REMOVED, 2, 2L));
    }

    @Test
    void findsTheEntryThatWasInserted() {
        entries.add(5, entry(11, 99, "read"));

        assertThat(walk(null).fault()).contains(new ChainFault(ChainFaultKind.INSERTED, 6, 99L));
    }

    @Test
    void findsTheSealThatWasRemovedOrChanged() {
        Seal second = seals.remove(1);
        assertThat(walk(null).fault()).contains(new ChainFault(ChainFaultKind.SEAL_BROKEN, 4, null));

        seals.add(1, second);
        byte[] forged = second.hashes().clone();
        forged[0] ^= 1;
        seals.set(
                1,
                new Seal(
                        second.number(),
                        second.through(),
                        second.firstPosition(),
                        second.entries(),
                        second.previousHash(),
                        second.ids(),
                        forged));
        assertThat(walk(null).fault()).contains(new ChainFault(ChainFaultKind.CHANGED, 4, 4L));
    }

    @Test
    void findsByANotedHeadThatTheEndWasCutOff() {
        ChainHead noted = walk(null).head();
        seals.remove(2);

        assertThat(walk(null).fault()).isEmpty();
        assertThat(walk(noted).fault()).contains(new ChainFault(ChainFaultKind.CUT_OFF, 7, null));
    }

    @Test
    void findsByANotedHeadThatEverythingWasMadeAnew() {
        ChainHead noted = walk(null).head();
        entries.set(1, entry(10, 2, "exported"));
        entries.add(entry(20, 8, "read"));
        seals.clear();
        seals.add(Seal.NONE.followedBy(entries));

        assertThat(walk(null).fault()).isEmpty();
        assertThat(walk(noted).fault()).contains(new ChainFault(ChainFaultKind.REWRITTEN, 7, null));
    }

    @Test
    void holdsWithAnyHeadThatWasNotedOnTheWay() {
        ChainHead noted = walk(null).head();
        entries.add(entry(20, 8, "read"));
        seals.add(seals.get(2).followedBy(entries.subList(7, 8)));

        assertThat(walk(noted).fault()).isEmpty();
    }

    @Test
    void tellsWhereOneValueEndsAndTheNextBegins() {
        byte[] previous = new byte[Seal.HASH_BYTES];

        assertThat(entry(1, 1, "read").hashAfter(previous))
                .isNotEqualTo(entry(1, 1, "readpatient", "").hashAfter(previous));
    }

    private ChainCheck walk(@Nullable ChainHead noted) {
        ChainCheck check = new ChainCheck(noted);
        for (Seal seal : seals) {
            if (!check.accept(seal, between(check.last().through(), seal.through()))) {
                break;
            }
        }
        check.end();
        return check;
    }

    private List<AuditEntry> between(EntryKey after, EntryKey through) {
        return entries.stream()
                .filter(entry -> order(entry.key()) > order(after) && order(entry.key()) <= order(through))
                .toList();
    }

    /** R-REC-5: what was sealed before entries had more to say is found as it was written. */
    @Test
    void hashesOfEntriesOfTheFirstFormStayWhatTheyWere() {
        assertThat(hex(told(null, null))).isEqualTo("f77c26447367b9b06af28624da5620536b13d161aa1eaec5ba5edbaa4661b580");
    }

    @Test
    void whatIsAddedToAnEntryIsHashedToo() {
        assertThat(hex(told("shown=2", "ours")))
                .isEqualTo("e07279bfb0cc30d704f84b194545214b13b34bf9451456147e3f607cb7db6fd3");
        assertThat(List.of(
                        hex(told(null, "ours")),
                        hex(told("ours", null)),
                        hex(told("shown=3", "ours")),
                        hex(told(null, null))))
                .doesNotHaveDuplicates();
    }

    private static String hex(AuditEntry entry) {
        return HexFormat.of().formatHex(entry.hashAfter(Seal.NONE.lastHash()));
    }

    private static AuditEntry told(@Nullable String detail, @Nullable String serverRequestId) {
        return new AuditEntry(
                new EntryKey(1, 7, 3),
                Instant.parse("2025-11-30T00:00:00Z"),
                null,
                "admin",
                null,
                "read",
                "patient",
                new UUID(0, 3),
                "done",
                null,
                "192.0.2.1",
                "call-7",
                detail,
                serverRequestId);
    }

    /** In these tests, no more than 1,000 entries and transactions. */
    private static long order(EntryKey key) {
        return key.xid() * 1_000 + key.id();
    }

    private static AuditEntry entry(long xid, long id, String action) {
        return entry(xid, id, action, "patient");
    }

    private static AuditEntry entry(long xid, long id, String action, String entity) {
        return new AuditEntry(
                new EntryKey(1, xid, id),
                Instant.EPOCH,
                null,
                "system",
                null,
                action,
                entity,
                new UUID(0, id),
                "done",
                null,
                null,
                null,
                null,
                null);
    }
}
