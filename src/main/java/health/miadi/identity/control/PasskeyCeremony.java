package health.miadi.identity.control;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.CollectedClientDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import health.miadi.identity.control.PasskeyFaultException.Fault;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether what a browser answered makes a passkey, or shows one (WebAuthn level 3, sections 7.1 and 7.2; R-AUTH-18). Keeps nothing and asks nobody:
 * whose challenge it was, and that it comes once, others see to. The user must have been verified each time, by a finger, a face or a
 * PIN: that is why a passkey counts as both factors.
 */
final class PasskeyCeremony {
    /** What signs: ECDSA with P-256, Ed25519, and RSA with SHA-256, in the order in which they are wished for. */
    static final List<Long> ALGORITHMS = List.of(-7L, -8L, -257L);

    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private static final CollectedClientDataConverter CLIENT_DATA = new CollectedClientDataConverter(CONVERTER);
    /** Who made the authenticator is not asked: no attestation is wished for, and none is judged. */
    private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);

    private static final List<PublicKeyCredentialParameters> TAKEN = ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm)))
            .toList();

    /** As long as an id may be (WebAuthn level 3, section 4). */
    private static final int LONGEST_ID = 1023;

    private static final int LONGEST_KEY = 2000;
    /** A host name (RFC 1035). */
    private static final int LONGEST_NAME = 253;

    private PasskeyCeremony() {}

    /** A passkey that was made. */
    record Made(
            byte[] credentialId,
            byte[] publicKey,
            UUID aaguid,
            long signCount,
            boolean backupEligible,
            boolean backedUp) {
        /** Nothing of it. */
        @Override
        public String toString() {
            return "Made";
        }
    }

    /** What a passkey says of itself when it is used. */
    record Shown(long signCount, boolean backedUp) {}

    /** The challenge that was answered; empty where what came is no answer to any. */
    static Optional<byte[]> challengeOf(String clientData) {
        try {
            CollectedClientData said = CLIENT_DATA.convert(bytes(clientData));
            return said == null
                    ? Optional.empty()
                    : Optional.of(said.getChallenge().getValue());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * What was made.
     *
     * @throws PasskeyFaultException when the page, the challenge or the user's verification is not as it must be
     */
    static Made made(PasskeySite site, byte[] challenge, String clientData, String attestation)
            throws PasskeyFaultException {
        try {
            RegistrationData answered = MANAGER.parse(new RegistrationRequest(bytes(attestation), bytes(clientData)));
            MANAGER.verify(answered, new RegistrationParameters(server(site, challenge), TAKEN, true, true));
            AuthenticatorData<?> data = answered.getAttestationObject().getAuthenticatorData();
            AttestedCredentialData made = data.getAttestedCredentialData();
            AAGUID aaguid = made.getAaguid();
            byte[] key = CONVERTER.getCborConverter().writeValueAsBytes(made.getCOSEKey());
            if (made.getCredentialId().length < 1
                    || made.getCredentialId().length > LONGEST_ID
                    || key.length > LONGEST_KEY
                    || site.rpId().length() > LONGEST_NAME
                    || !PasskeyKeys.areSound(made.getCOSEKey().getPublicKey())
                    || !PasskeyKeys.areFor(
                            made.getCOSEKey().getAlgorithm(), made.getCOSEKey().getPublicKey())) {
                throw new PasskeyFaultException(Fault.WRONG);
            }
            return new Made(
                    made.getCredentialId(),
                    key,
                    aaguid.getValue() == null ? new UUID(0, 0) : aaguid.getValue(),
                    data.getSignCount(),
                    data.isFlagBE(),
                    data.isFlagBS());
        } catch (RuntimeException unusable) {
            throw new PasskeyFaultException(Fault.WRONG);
        }
    }

    /**
     * What the passkey says that was shown.
     *
     * @param passkey that the answer names
     * @throws PasskeyFaultException when the page, the challenge, the owner, the user's verification or the signature is not as it must be, or there is a copy
     */
    static Shown shown(PasskeySite site, byte[] challenge, Passkey passkey, PasskeyAssertion answer)
            throws PasskeyFaultException {
        if (!site.rpId().equals(passkey.rpId())) {
            throw new PasskeyFaultException(Fault.WRONG);
        }
        try {
            byte[] id = bytes(answer.credentialId());
            AuthenticationData answered = MANAGER.parse(new AuthenticationRequest(
                    id,
                    bytes(answer.userHandle()),
                    bytes(answer.authenticatorData()),
                    bytes(answer.clientDataJSON()),
                    bytes(answer.signature())));
            if (!handle(passkey.user()).equals(answer.userHandle())) {
                throw new PasskeyFaultException(Fault.ANOTHERS);
            }
            MANAGER.verify(
                    answered,
                    new AuthenticationParameters(
                            server(site, challenge), kept(passkey), List.of(passkey.credentialId()), true, true));
            AuthenticatorData<?> data = answered.getAuthenticatorData();
            return new Shown(data.getSignCount(), data.isFlagBS());
        } catch (MaliciousCounterValueException copied) {
            throw new PasskeyFaultException(Fault.CLONED);
        } catch (RuntimeException unusable) {
            throw new PasskeyFaultException(Fault.WRONG);
        }
    }

    /** By what an authenticator knows whose passkey it is: the account's id, which says nothing of a person. */
    static String handle(UUID user) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(handleBytes(user));
    }

    private static byte[] handleBytes(UUID user) {
        return java.nio.ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array();
    }

    private static ServerProperty server(PasskeySite site, byte[] challenge) {
        return ServerProperty.builder()
                .origins(site.origins().stream().map(Origin::new).collect(Collectors.toSet()))
                .rpId(site.rpId())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    @SuppressWarnings("NullAway") // the library takes null for what is not known of a passkey any more
    private static CredentialRecordImpl kept(Passkey passkey) {
        @Nullable COSEKey key = CONVERTER.getCborConverter().readValue(passkey.publicKey(), COSEKey.class);
        return new CredentialRecordImpl(
                null,
                true,
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.signCount(),
                new AttestedCredentialData(new AAGUID(passkey.aaguid()), passkey.credentialId(), key),
                null,
                null,
                null,
                null);
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
