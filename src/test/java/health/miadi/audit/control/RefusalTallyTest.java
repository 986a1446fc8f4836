package health.miadi.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.audit.entity.Actor;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody fills the trail that nobody can empty (M6, R-AUTH-12). */
class RefusalTallyTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(1));
    private static final int OF_CALLER = 10;
    private static final int OF_ALL = 600;

    private final RefusalTally tally = new RefusalTally(OF_CALLER, OF_ALL);

    private static Actor account() {
        return new Actor(UUID.randomUUID(), "patient", null, "192.0.2.1", null, null);
    }

    private static Actor stranger(int number) {
        return new Actor(null, Actor.ANONYMOUS_ROLE, null, "2001:db8::" + Integer.toHexString(number), null, null);
    }

    private boolean isNoted(Actor actor, Instant now) {
        return tally.isNoted(actor, AuditAction.READ, AuditedEntity.PATIENT, now);
    }

    private int noted(Actor actor, int refusals, Instant now) {
        int noted = 0;
        for (int i = 0; i < refusals; i++) {
            noted += isNoted(actor, now) ? 1 : 0;
        }
        return noted;
    }

    @Test
    void theFirstOfACallerAreNotedAndTheOthersCounted() {
        Actor caller = account();
        assertThat(noted(caller, 60, NOON)).isEqualTo(OF_CALLER);
        assertThat(noted(account(), 5, NOON)).isEqualTo(5);
        assertThat(tally.finished(NOON.plusSeconds(59))).isEmpty();
        assertThat(tally.finished(LATER)).singleElement().satisfies(surplus -> {
            assertThat(surplus.last()).isEqualTo(caller);
            assertThat(surplus.count()).isEqualTo(50);
        });
        assertThat(tally.finished(LATER)).isEmpty();
        assertThat(noted(caller, 60, LATER)).isEqualTo(OF_CALLER);
    }

    /** R-REC-7: who is signed in cannot hide in a flood that others make. */
    @Test
    void aFloodOfStrangersHidesNothingOfWhoIsSignedIn() {
        for (int i = 0; i < 10_000; i++) {
            noted(stranger(i), 1, NOON);
        }
        assertThat(noted(account(), 60, NOON)).isEqualTo(OF_CALLER);
    }

    @Test
    void tenThousandASecondFromEverywhereStayWithinTheBound() {
        int entries = 0;
        for (int i = 0; i < 10_000; i++) {
            entries += noted(stranger(i), 60, NOON.plusMillis(i));
        }
        entries += tally.finished(LATER).size();
        assertThat(entries).isBetween(OF_ALL, OF_ALL + OF_ALL / OF_CALLER + 1);
    }
}
