package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

    private static final int GENERATION = 10;

    private final KnownTokens known = new KnownTokens(GENERATION);

    private void keep(int number) {
        known.keep(KnownTokens.fingerprint("token " + number), token(number));
    }

    private static VerifiedToken token(int number) {
        Caller caller = new Caller(UUID.randomUUID(), "somebody", Role.PATIENT, null);
        return new VerifiedToken(
                caller, Integer.toString(number), UUID.randomUUID(), false, "key", Instant.EPOCH, Instant.EPOCH);
    }

    private boolean knows(int number) {
        VerifiedToken found = known.find(KnownTokens.fingerprint("token " + number));
        return found != null && found.id().equals(Integer.toString(number));
    }

    @Test
    void findsWhatItWasGivenAndNothingElse() {
        keep(1);
        assertThat(knows(1)).isTrue();
        assertThat(knows(2)).isFalse();
    }

    @Test
    void staysWithinItsBoundHoweverManyTokensCome() {
        for (int i = 0; i < 100 * GENERATION; i++) {
            keep(i);
            assertThat(known.size()).isLessThanOrEqualTo(2 * GENERATION);
        }
    }

    @Test
    void keepsATokenThatIsUsedWhileOthersComeAndGo() {
        keep(-1);
        for (int i = 0; i < 100 * GENERATION; i++) {
            keep(i);
            assertThat(knows(-1)).isTrue();
        }
        assertThat(knows(0)).isFalse();
    }
}
