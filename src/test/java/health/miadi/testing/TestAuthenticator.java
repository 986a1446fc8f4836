package health.miadi.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An authenticator with one passkey, and the browser in front of it, as WebAuthn has them: what it says can be made wrong in each part. The test
 * says which page it is on.
 */
public final class TestAuthenticator {
    private static final int UP = 1;
    private static final int UV = 1 << 2;
    private static final int BE = 1 << 3;
    private static final int BS = 1 << 4;
    private static final int AT = 1 << 6;
    private static final int COORDINATE = 32;

    private final KeyPair keys;
    private final byte[] id = new byte[32];
    private String origin;
    private String rpId;
    private String handle = "";
    private int flags = UP | UV | BE | BS;
    private long count;

    /** One whose browser shows a page of that origin, and whose passkeys are for that name. */
    public TestAuthenticator(String origin, String rpId) {
        this.origin = origin;
        this.rpId = rpId;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** On a page of another origin. */
    public TestAuthenticator at(String another) {
        origin = another;
        return this;
    }

    /** With passkeys for another name. */
    public TestAuthenticator forName(String another) {
        rpId = another;
        return this;
    }

    /** Without asking who uses it. */
    public TestAuthenticator unverified() {
        flags &= ~UV;
        return this;
    }

    /** With the passkey of another owner. */
    public TestAuthenticator ofOwner(String another) {
        handle = another;
        return this;
    }

    /** Counting from there. */
    public TestAuthenticator counting(long from) {
        count = from;
        return this;
    }

    /** By what it knows its passkey. */
    public byte[] id() {
        return id.clone();
    }

    /**
     * Makes the passkey.
     *
     * @param options of {@code beginPasskey}
     */
    public ObjectNode make(Answer options) {
        handle = options.at("/user/id");
        return make(options.at("/challenge"));
    }

    /** Makes the passkey for that challenge. */
    public ObjectNode make(String challenge) {
        ObjectNode made = Json.object(
                "clientDataJSON",
                clientData("webauthn.create", challenge),
                "attestationObject",
                encoded(attestation()));
        made.putArray("transports").add("internal").add("hybrid");
        return made;
    }

    /** Shows the passkey for that challenge. */
    public ObjectNode show(String challenge) {
        count += count > 0 ? 1 : 0;
        String clientData = clientData("webauthn.get", challenge);
        byte[] data = data(flags, new byte[0]);
        byte[] signed = concat(data, sha256(Base64.getUrlDecoder().decode(clientData)));
        return Json.object(
                "credentialId", encoded(id),
                "clientDataJSON", clientData,
                "authenticatorData", encoded(data),
                "signature", encoded(signature(signed)),
                "userHandle", handle);
    }

    private String clientData(String type, String challenge) {
        return encoded(("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** A CBOR map of {@code fmt}, {@code attStmt} and {@code authData}, without any attestation. */
    private byte[] attestation() {
        byte[] data = data(flags | AT, credential());
        byte[] length = ByteBuffer.allocate(3)
                .put((byte) 0x59)
                .putShort((short) data.length)
                .array();
        return concat(
                new byte[] {(byte) 0xa3, 0x63},
                text("fmt"),
                new byte[] {0x64},
                text("none"),
                new byte[] {0x67},
                text("attStmt"),
                new byte[] {(byte) 0xa0, 0x68},
                text("authData"),
                length,
                data);
    }

    private byte[] data(int said, byte[] credential) {
        byte[] head = ByteBuffer.allocate(37)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) said)
                .putInt((int) count)
                .array();
        return concat(head, credential);
    }

    /** A make that is not told, the id, and the public key as COSE has it. */
    private byte[] credential() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        byte[] head = ByteBuffer.allocate(18 + id.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .array();
        return concat(
                head,
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20},
                coordinate(key.getW().getAffineX().toByteArray()),
                new byte[] {0x22, 0x58, 0x20},
                coordinate(key.getW().getAffineY().toByteArray()));
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(COORDINATE, number.length);
        System.arraycopy(number, number.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "TestAuthenticator";
    }
}
