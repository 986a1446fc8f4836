package health.miadi.identity.control;

import health.miadi.shared.hash.Sha256;
import health.miadi.shared.limits.Allowance;
import health.miadi.shared.limits.Allowances;
import health.miadi.shared.metrics.Limit;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What browsers are given to sign with a passkey (R-AUTH-18): 256 random bits each, good for five minutes and one answer on any node, from the browser or the session
 * that it was given to alone.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PasskeyChallenges {
    /** For how long one can be answered. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    @Inject
    PasskeyRepository passkeys;

    @EJB
    Allowances allowances;

    @Inject
    Clock clock;

    @Inject
    @Configured(Setting.WEBAUTHN_CHALLENGES_PER_PLACE_HOUR)
    int ofPlace;

    /**
     * One for a browser in which somebody shows who they are.
     *
     * @param browser what only that browser has
     * @throws Refusal {@code rate-limited} after too many from that place
     */
    public byte[] ofBrowser(String browser, Place place) {
        allowances.take(Allowance.hourly(Limit.PASSKEY_CHALLENGES, ofPlace), place.network());
        return begin(browserKey(browser));
    }

    /** One for a session whose user adds a passkey. */
    public byte[] ofSession(UUID session) {
        return begin(sessionKey(session));
    }

    /** Takes away what that browser was given; false when it was not, or too long ago, or was answered already. */
    public boolean takeOfBrowser(byte[] challenge, @Nullable String browser) {
        return browser != null && take(challenge, browserKey(browser));
    }

    /** Takes away what that session was given; false likewise. */
    public boolean takeOfSession(byte[] challenge, UUID session) {
        return take(challenge, sessionKey(session));
    }

    private byte[] begin(byte[] boundTo) {
        byte[] challenge = OpaqueToken.randomBytes();
        passkeys.addChallenge(Sha256.of(challenge), boundTo, clock.instant().plus(LIFETIME));
        return challenge;
    }

    private boolean take(byte[] challenge, byte[] boundTo) {
        return passkeys.takeChallenge(Sha256.of(challenge), boundTo, clock.instant());
    }

    private static byte[] browserKey(String browser) {
        return Sha256.of("browser\n" + browser);
    }

    private static byte[] sessionKey(UUID session) {
        return Sha256.of("session\n" + session);
    }
}
