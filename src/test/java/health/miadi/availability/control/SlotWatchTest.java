package health.miadi.availability.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.availability.entity.Interval;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who watches, and what one of them can do to the others (M7, R-AVAIL-8, R-AUTH-12). */
class SlotWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final UUID PROVIDER = UUID.randomUUID();
    private static final int OF_AN_ACCOUNT = 10;

    private final SlotWatch watch = new SlotWatch();

    @BeforeEach
    void open() {
        watch.log = new OneChange();
        watch.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        watch.keptMinutes = 60;
        watch.mostListeners = 5_000;
        watch.mostOfAccount = OF_AN_ACCOUNT;
    }

    private Listener begun(UUID account) {
        Listener listener = new Listener(account);
        watch.begin(listener, null);
        return listener;
    }

    @Test
    void anAccountHasTenStreamsAndTheNextOneEndsTheOldest() {
        Listener another = begun(UUID.randomUUID());
        UUID account = UUID.randomUUID();
        List<Listener> own = new ArrayList<>();
        for (int i = 0; i < OF_AN_ACCOUNT + 2; i++) {
            own.add(begun(account));
        }
        assertThat(own.stream().map(each -> each.told.contains("end")))
                .startsWith(true, true)
                .filteredOn(ended -> !ended)
                .hasSize(OF_AN_ACCOUNT);
        assertThat(watch.listening()).isEqualTo(OF_AN_ACCOUNT + 1);
        assertThat(another.told).isEmpty();
    }

    @Test
    void oneOfWhomNobodyCanTellKeepsNobodyElseFromBeingTold() {
        List<Listener> others = new ArrayList<>(List.of(begun(UUID.randomUUID())));
        Listener doubtful = begun(UUID.randomUUID());
        doubtful.failing = true;
        others.add(begun(UUID.randomUUID()));
        watch.tell();
        assertThat(others).allSatisfy(each -> assertThat(each.told).containsExactly("changed"));
        assertThat(doubtful.told).containsExactly("reset");
    }

    @Test
    void oneThatFailsIsForgottenAndTheOthersAreTold() {
        Listener broken = begun(UUID.randomUUID());
        broken.broken = true;
        Listener other = begun(UUID.randomUUID());
        watch.tell();
        watch.beat();
        assertThat(other.told).containsExactly("changed", "alive");
        assertThat(watch.listening()).isEqualTo(1);
    }

    /** A log in which there is something new once. */
    private static final class OneChange extends SlotLogRepository {
        private static final SlotLog.Position HERE = new SlotLog.Position("a", NOW.getEpochSecond(), "1:1:", 1);

        @Override
        SlotLog.Position end() {
            return HERE;
        }

        @Override
        SlotLog after(SlotLog.Position position) {
            return new SlotLog(
                    List.of(new SlotChange(PROVIDER, new Interval(NOW, NOW.plusSeconds(1_800)))), true, HERE);
        }
    }

    private static final class Listener implements SlotListener {
        private final UUID account;
        private final List<String> told = new ArrayList<>();
        private boolean failing;
        private boolean broken;

        Listener(UUID account) {
            this.account = account;
        }

        @Override
        public UUID account() {
            return account;
        }

        @Override
        public boolean watches(UUID providerId) {
            return true;
        }

        @Override
        public void changed(List<SlotChange> changes, String id) {
            tell("changed");
        }

        @Override
        public void reset(String id) {
            tell("reset");
        }

        @Override
        public void alive(String id) {
            tell("alive");
        }

        private void tell(String what) {
            if (broken) {
                throw new IllegalStateException("gone");
            }
            told.add(what);
        }

        @Override
        public boolean isOver(Instant now) {
            if (failing) {
                throw Refusal.of(CommonFact.UNAVAILABLE, "The session cannot be looked up.");
            }
            return false;
        }

        @Override
        public void end() {
            told.add("end");
        }
    }
}
