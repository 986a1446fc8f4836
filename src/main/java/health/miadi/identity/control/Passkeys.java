package health.miadi.identity.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.Told;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.PasskeyFaultException.Fault;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.User;
import health.miadi.shared.persistence.Ids;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The passkeys of accounts (R-AUTH-18). With the first one an account asks for a second factor besides its password, as with an authenticator app, and a passkey is one; a
 * passkey alone is both.
 *
 * <p>Nothing here asks for a fresh proof: whoever calls has asked before (R-AUTH-17), because that hashes.
 */
@Stateless
@PermitAll
public class Passkeys {
    /** How many an account can have: more devices than anybody signs in with. */
    private static final int MOST = 20;

    private static final Set<String> TRANSPORTS =
            Set.of("ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb");
    private static final int LONGEST_NAME = 60;

    @Inject
    PasskeyRepository passkeys;

    @Inject
    UserRepository users;

    @EJB
    PasskeyChallenges challenges;

    @EJB
    SecondFactors factors;

    @Inject
    AuditTrail audit;

    @Inject
    ActorOfRequest actor;

    @Inject
    Clock clock;

    @Inject
    @Configured(Setting.WEBAUTHN_RP_NAME)
    String rpName;

    /** Those of that account, the eldest first. */
    public List<Passkey> of(UUID user) {
        return passkeys.of(user);
    }

    /**
     * What a browser needs to make one.
     *
     * @param session in which it is asked for, and will be answered
     * @throws Refusal {@code account-conflict} when the account has as many as it can have
     */
    public NewPasskey begin(UUID userId, UUID session, PasskeySite site) {
        User user = users.byId(userId).orElseThrow(Passkeys::gone);
        List<Passkey> known = passkeys.of(userId);
        requireRoom(known.size());
        return new NewPasskey(challenges.ofSession(session), userId, user.username(), site.rpId(), rpName, known);
    }

    /**
     * A passkey that somebody has just made.
     *
     * @param recoveryCodes to be shown this once; none where the account has some
     */
    public record Added(Passkey passkey, List<OneTimeCode> recoveryCodes) {
        /** Says nothing of it. */
        @Override
        public String toString() {
            return "Added";
        }
    }

    /**
     * Keeps what the browser has made, and ends all other sessions.
     *
     * @param session that goes on
     * @param name as its owner calls it, null to call it by the device
     * @throws Refusal {@code validation} when it is none that can be trusted, or was begun too long ago, or elsewhere; {@code duplicate} when it is
     *     known already; {@code account-conflict} when the account has as many as it can have
     */
    public Added add(UUID userId, UUID session, PasskeySite site, NewCredential made, @Nullable String name) {
        User user = users.lock(userId).orElseThrow(Passkeys::gone);
        requireRoom(passkeys.count(userId));
        PasskeyCeremony.Made verified = verified(site, session, made);
        Instant now = clock.instant();
        Passkey passkey = new Passkey(
                Ids.next(),
                userId,
                name == null ? deviceName() : name,
                verified.credentialId(),
                verified.publicKey(),
                site.rpId(),
                verified.aaguid(),
                made.transports().stream()
                        .filter(TRANSPORTS::contains)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(",")),
                verified.signCount(),
                verified.backupEligible(),
                verified.backedUp(),
                now,
                null);
        passkeys.add(passkey);
        return new Added(passkey, factors.gained(user, "passkey", session));
    }

    /**
     * What a browser has made.
     *
     * @param clientData what it says of the page, as base64url
     * @param attestation the new passkey, as base64url
     * @param transports how the authenticator is reached
     */
    public record NewCredential(String clientData, String attestation, List<String> transports) {
        /** Says nothing of it. */
        @Override
        public String toString() {
            return "NewCredential";
        }
    }

    private PasskeyCeremony.Made verified(PasskeySite site, UUID session, NewCredential made) {
        byte[] challenge = PasskeyCeremony.challengeOf(made.clientData())
                .filter(answered -> challenges.takeOfSession(answered, session))
                .orElseThrow(() -> Refusal.invalid(
                        "clientDataJSON", "answers nothing that this session was asked lately: begin anew"));
        try {
            return PasskeyCeremony.made(site, challenge, made.clientData(), made.attestation());
        } catch (PasskeyFaultException wrong) {
            throw Refusal.invalid(
                    "attestationObject",
                    "is no passkey that can be used here: it must be made on this page, and ask who uses it");
        }
    }

    /**
     * Calls one of the account's otherwise.
     *
     * @throws Refusal {@code not-found} when the account has no such
     */
    public void rename(UUID userId, UUID id, String name) {
        if (!passkeys.rename(userId, id, name)) {
            throw Refusal.notFound();
        }
        audit.tell(
                AuditAction.CHANGED, AuditedEntity.USER, userId, Told.nothing().and("factor", "passkey"));
    }

    /**
     * Removes one of the account's, and ends all other sessions.
     *
     * @param session that goes on
     * @throws Refusal {@code not-found} when the account has no such
     */
    public void remove(UUID userId, UUID id, UUID session) {
        User user = users.lock(userId).orElseThrow(Passkeys::gone);
        if (!passkeys.remove(userId, id)) {
            throw Refusal.notFound();
        }
        factors.lost(user, "passkey", session);
    }

    /**
     * What became of a passkey that was shown.
     *
     * @param owner whose passkey it is, as far as that is known
     * @param fault why it is not taken, null when it is
     */
    public record Outcome(@Nullable UUID owner, @Nullable Fault fault) {
        /** Whose it is that was shown, if it is taken. */
        @Nullable
        UUID shown() {
            return fault == null ? owner : null;
        }
    }

    /**
     * Judges what was shown and takes note of its use, in a transaction of its own: of two who bring the same at once, the second finds the count moved on.
     *
     * @param challenge that it answers, which was taken away before
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Outcome use(PasskeyAssertion answer, PasskeySite site, byte[] challenge) {
        Passkey passkey = credentialId(answer).flatMap(passkeys::lock).orElse(null);
        if (passkey == null) {
            return new Outcome(null, Fault.UNKNOWN);
        }
        try {
            PasskeyCeremony.Shown shown = PasskeyCeremony.shown(site, challenge, passkey, answer);
            passkeys.use(passkey.id(), shown.signCount(), shown.backedUp(), clock.instant());
            return new Outcome(passkey.user(), null);
        } catch (PasskeyFaultException wrong) {
            return new Outcome(passkey.user(), wrong.fault());
        }
    }

    private static Optional<byte[]> credentialId(PasskeyAssertion answer) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(answer.credentialId()));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private String deviceName() {
        SessionClient client = actor.client();
        String name = Stream.of(client.program(), client.system())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
        return name.isEmpty() ? "Passkey" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static void requireRoom(int known) {
        if (known >= MOST) {
            throw Refusal.of(
                    AccountFact.ACCOUNT_CONFLICT,
                    "R-AUTH-18",
                    "Your account has " + MOST + " passkeys: remove one that you use no more.");
        }
    }

    private static Refusal gone() {
        return Refusal.of(CommonFact.UNAUTHENTICATED, "The account is gone.");
    }
}
