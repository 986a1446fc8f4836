package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import health.miadi.identity.control.PasskeyFaultException.Fault;
import health.miadi.testing.TestAuthenticator;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A passkey (R-AUTH-18)")
class PasskeyCeremonyTest {
    private static final String ORIGIN = "https://clinic.example.org";
    private static final PasskeySite SITE = new PasskeySite(Set.of(ORIGIN), "clinic.example.org", null);
    private static final byte[] CHALLENGE =
            "a challenge of thirty-two bytes!".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final String ENCODED =
            Base64.getUrlEncoder().withoutPadding().encodeToString(CHALLENGE);
    private static final UUID OWNER = UUID.fromString("0198f2a0-0000-7000-8000-000000000001");

    private final TestAuthenticator authenticator =
            new TestAuthenticator(ORIGIN, "clinic.example.org").ofOwner(PasskeyCeremony.handle(OWNER));

    private static PasskeyCeremony.Made made(TestAuthenticator by) throws PasskeyFaultException {
        JsonNode answer = by.make(ENCODED);
        return PasskeyCeremony.made(
                SITE,
                CHALLENGE,
                answer.get("clientDataJSON").asText(),
                answer.get("attestationObject").asText());
    }

    private static Passkey kept(PasskeyCeremony.Made made, UUID owner) {
        return new Passkey(
                UUID.randomUUID(),
                owner,
                "telephone",
                made.credentialId(),
                made.publicKey(),
                SITE.rpId(),
                made.aaguid(),
                "internal",
                made.signCount(),
                made.backupEligible(),
                made.backedUp(),
                Instant.EPOCH,
                null);
    }

    private static PasskeyAssertion answer(JsonNode shown) {
        return new PasskeyAssertion(
                shown.get("credentialId").asText(),
                shown.get("clientDataJSON").asText(),
                shown.get("authenticatorData").asText(),
                shown.get("signature").asText(),
                shown.get("userHandle").asText());
    }

    private Fault faultOfMaking(UnaryOperator<TestAuthenticator> wrong) {
        return catchThrowableOfType(PasskeyFaultException.class, () -> made(wrong.apply(authenticator)))
                .fault();
    }

    private Fault faultOfShowing(UnaryOperator<TestAuthenticator> wrong) throws PasskeyFaultException {
        Passkey passkey = kept(made(authenticator), OWNER);
        JsonNode shown = wrong.apply(authenticator).show(ENCODED);
        return catchThrowableOfType(
                        PasskeyFaultException.class,
                        () -> PasskeyCeremony.shown(SITE, CHALLENGE, passkey, answer(shown)))
                .fault();
    }

    @Test
    @DisplayName("is made and shown, and says how it is kept")
    void right() throws PasskeyFaultException {
        PasskeyCeremony.Made made = made(authenticator.counting(5));
        assertThat(made.credentialId()).isEqualTo(authenticator.id());
        assertThat(made.backupEligible()).isTrue();
        assertThat(made.signCount()).isEqualTo(5);
        PasskeyCeremony.Shown shown =
                PasskeyCeremony.shown(SITE, CHALLENGE, kept(made, OWNER), answer(authenticator.show(ENCODED)));
        assertThat(shown.signCount()).isEqualTo(6);
        assertThat(shown.backedUp()).isTrue();
    }

    @Test
    @DisplayName("is not made on the page of another site, for another name, or without asking who uses it")
    void wronglyMade() {
        assertThat(faultOfMaking(by -> by.at("https://evil.example"))).isEqualTo(Fault.WRONG);
        assertThat(faultOfMaking(by -> by.at(ORIGIN).forName("evil.example"))).isEqualTo(Fault.WRONG);
        assertThat(faultOfMaking(by -> by.forName("clinic.example.org").unverified()))
                .isEqualTo(Fault.WRONG);
    }

    @Test
    @DisplayName("is not taken from the page of another site")
    void anothersPage() throws PasskeyFaultException {
        assertThat(faultOfShowing(by -> by.at("https://evil.example"))).isEqualTo(Fault.WRONG);
        authenticator.at(ORIGIN);
        assertThat(faultOfShowing(by -> by.at(ORIGIN + ":8443"))).isEqualTo(Fault.WRONG);
    }

    @Test
    @DisplayName("is not taken for another name than it was made for")
    void anothersName() throws PasskeyFaultException {
        assertThat(faultOfShowing(by -> by.forName("example.org"))).isEqualTo(Fault.WRONG);
    }

    @Test
    @DisplayName("is not taken without its user having been verified")
    void unverified() throws PasskeyFaultException {
        assertThat(faultOfShowing(TestAuthenticator::unverified)).isEqualTo(Fault.WRONG);
    }

    @Test
    @DisplayName("is not taken as another account's")
    void anothersOwner() throws PasskeyFaultException {
        assertThat(faultOfShowing(by -> by.ofOwner(PasskeyCeremony.handle(new UUID(1, 2)))))
                .isEqualTo(Fault.ANOTHERS);
    }

    @Test
    @DisplayName("is not taken once its count went back: somebody has a copy")
    void cloned() throws PasskeyFaultException {
        authenticator.counting(7);
        assertThat(faultOfShowing(by -> by.counting(3))).isEqualTo(Fault.CLONED);
    }

    @Test
    @DisplayName("is not taken for another challenge, nor with the signature of another key")
    void forged() throws PasskeyFaultException {
        Passkey passkey = kept(made(authenticator), OWNER);
        byte[] other = CHALLENGE.clone();
        other[0]++;
        PasskeyAssertion shown = answer(authenticator.show(ENCODED));
        assertThat(catchThrowableOfType(
                                PasskeyFaultException.class, () -> PasskeyCeremony.shown(SITE, other, passkey, shown))
                        .fault())
                .isEqualTo(Fault.WRONG);
        PasskeyAssertion stranger = answer(new TestAuthenticator(ORIGIN, SITE.rpId())
                .ofOwner(PasskeyCeremony.handle(OWNER))
                .show(ENCODED));
        PasskeyAssertion forged = new PasskeyAssertion(
                shown.credentialId(),
                stranger.clientDataJSON(),
                stranger.authenticatorData(),
                stranger.signature(),
                shown.userHandle());
        assertThat(catchThrowableOfType(
                                PasskeyFaultException.class,
                                () -> PasskeyCeremony.shown(SITE, CHALLENGE, passkey, forged))
                        .fault())
                .isEqualTo(Fault.WRONG);
    }

    @Test
    @DisplayName("is no failure, whatever is sent in its place")
    void nonsense() throws PasskeyFaultException {
        Passkey passkey = kept(made(authenticator), OWNER);
        for (String text : new String[] {"A", "AAAA", "e30", "bnVsbA", "W10", "o2NmbXQ", "_".repeat(3_000)}) {
            assertThat(PasskeyCeremony.challengeOf(text)).as(text).isEmpty();
            assertThat(catchThrowableOfType(
                                    PasskeyFaultException.class,
                                    () -> PasskeyCeremony.made(SITE, CHALLENGE, text, text))
                            .fault())
                    .isEqualTo(Fault.WRONG);
            PasskeyAssertion nonsense = new PasskeyAssertion(text, text, text, text, PasskeyCeremony.handle(OWNER));
            assertThat(catchThrowableOfType(
                                    PasskeyFaultException.class,
                                    () -> PasskeyCeremony.shown(SITE, CHALLENGE, passkey, nonsense))
                            .fault())
                    .isEqualTo(Fault.WRONG);
        }
    }
}
