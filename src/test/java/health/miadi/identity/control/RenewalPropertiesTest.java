package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** R-AUTH-2: late requests of one browser end nothing, and two browsers with one token are found. */
class RenewalPropertiesTest {
    private static final int GRACE_MILLIS = 60_000;
    /** How long a message may take in one direction, so that a request and an answer fit into the grace time. */
    private static final int LONGEST_WAY_MILLIS = GRACE_MILLIS / 2 - 1;

    /** The tokens of one session, as the database keeps them. */
    private static final class Family {
        private record Row(
                @Nullable Instant usedAt, @Nullable Instant repeatedAt) {}

        private final Map<OpaqueToken, Row> rows = new HashMap<>();
        private final Map<ByteBuffer, byte[]> salts = new HashMap<>();
        private boolean ended;

        Family(OpaqueToken first) {
            rows.put(first, new Row(null, null));
        }

        /** What the browser's cookie is set to; null when it is left as it is. */
        @Nullable
        OpaqueToken present(OpaqueToken token, long at) {
            Instant now = Instant.ofEpochMilli(at);
            Row row = Objects.requireNonNull(rows.get(token));
            switch (Renewal.of(row.usedAt, row.repeatedAt, now.minusMillis(GRACE_MILLIS))) {
                case ROTATED -> {
                    byte[] salt = OpaqueToken.randomBytes();
                    rows.put(token, new Row(now, row.repeatedAt));
                    salts.put(ByteBuffer.wrap(token.hash()), salt);
                    rows.put(token.successor(salt), new Row(null, null));
                    return token.successor(salt);
                }
                case REPEATED -> {
                    OpaqueToken newest = token.newest(salts);
                    rows.put(newest, new Row(null, now));
                    return newest;
                }
                case PUT_OFF -> {
                    return null;
                }
                default -> {
                    ended = true;
                    return null;
                }
            }
        }
    }

    private record Event(long at, Runnable happens) {}

    @Property(tries = 300)
    void honestTabsStaySignedIn(@ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int tabs) {
        OpaqueToken[] jar = {OpaqueToken.random()};
        Family family = new Family(jar[0]);
        PriorityQueue<Event> events = new PriorityQueue<>((one, other) -> Long.compare(one.at, other.at));
        int longest = 1 + random.nextInt(LONGEST_WAY_MILLIS);
        for (int tab = 0; tab < tabs; tab++) {
            long at = random.nextInt(longest);
            for (int renewal = 0; renewal < 20; renewal++) {
                // one after the other in a hurry, or a quarter of an hour later
                at += random.nextBoolean() ? random.nextInt(2 * longest) : 870_000 + random.nextInt(longest);
                long sent = at;
                events.add(new Event(sent, () -> {
                    OpaqueToken cookie = jar[0];
                    long arrives = sent + random.nextInt(longest);
                    events.add(new Event(arrives, () -> {
                        OpaqueToken set = family.present(cookie, arrives);
                        events.add(new Event(
                                arrives + random.nextInt(longest), () -> jar[0] = set == null ? jar[0] : set));
                    }));
                }));
            }
        }
        while (!events.isEmpty()) {
            events.remove().happens.run();
            assertThat(family.ended).isFalse();
        }
    }

    @Property(tries = 300)
    void aThiefIsFoundWhenTheOtherComes(@ForAll Random random, @ForAll boolean thiefFirst) {
        OpaqueToken[] jars = {OpaqueToken.random(), null};
        Family family = new Family(jars[0]);
        long at = 0;
        for (int renewal = random.nextInt(5); renewal > 0; renewal--) {
            at += 1 + random.nextInt(900_000);
            OpaqueToken set = family.present(jars[0], at);
            jars[0] = set == null ? jars[0] : set;
        }
        jars[1] = jars[0];
        // each comes in turn, never within the grace time of the other and its repetition
        int turns = 0;
        for (int who = thiefFirst ? 1 : 0; !family.ended && turns < 4; who = 1 - who, turns++) {
            at += 2 * GRACE_MILLIS + 1 + random.nextInt(900_000);
            OpaqueToken set = family.present(jars[who], at);
            jars[who] = set == null ? jars[who] : set;
        }
        assertThat(family.ended).isTrue();
        assertThat(turns).isLessThanOrEqualTo(2);
    }
}
