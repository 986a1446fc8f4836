package health.miadi.record.control;

import health.miadi.record.entity.Seal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals and opens single values with AES-256-GCM (R-REC-4).
 *
 * <p>A sealed value is: format (1 byte, 1), length of the key's id (1 byte), the key's id in ASCII, nonce (12 bytes, random),
 * ciphertext, tag (16 bytes). Authenticated with it are its format and key id, the {@link Seal} and the {@link RecordField}.
 */
final class RecordCipher {
    /** The first byte of a value. */
    static final byte FORMAT = 1;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SEAL_BYTES = 4 * 2 * Long.BYTES + Integer.BYTES + 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyRing ring;

    RecordCipher(KeyRing ring) {
        this.ring = ring;
    }

    /** Seals with the current key of the ring. */
    byte[] seal(String text, Seal seal, RecordField field) {
        return seal(text.getBytes(StandardCharsets.UTF_8), bound(seal, field));
    }

    /**
     * Seals anything with the current key of the ring.
     *
     * @param bound what is authenticated with it, and has to be the same when it is opened
     */
    byte[] seal(byte[] plain, byte[] bound) {
        byte[] id = ring.current().getBytes(StandardCharsets.US_ASCII);
        SecretKey key = ring.key(ring.current()).orElseThrow();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        ByteBuffer value = ByteBuffer.allocate(2 + id.length + NONCE_BYTES + plain.length + TAG_BITS / Byte.SIZE);
        value.put(FORMAT).put((byte) id.length).put(id).put(nonce);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, id, bound).doFinal(ByteBuffer.wrap(plain), value);
            return value.array();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Every Java platform has AES-GCM", broken);
        }
    }

    /**
     * Opens.
     *
     * @throws UnreadableRecordException when its key is not on the ring, or this is not what was sealed there
     */
    String open(byte[] value, Seal seal, RecordField field) throws UnreadableRecordException {
        try {
            CharBuffer text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(open(value, bound(seal, field))));
            return text.toString();
        } catch (CharacterCodingException broken) {
            throw new UnreadableRecordException("it is no sealed value");
        }
    }

    /**
     * Opens anything that was sealed.
     *
     * @throws UnreadableRecordException when its key is not on the ring, or this is not what was sealed with that
     */
    byte[] open(byte[] value, byte[] bound) throws UnreadableRecordException {
        ByteBuffer rest = ByteBuffer.wrap(value);
        byte[] id = keyId(rest);
        byte[] nonce = bytes(rest, NONCE_BYTES);
        String name = new String(id, StandardCharsets.US_ASCII);
        SecretKey key = ring.key(name).orElseThrow(() -> new UnreadableRecordException("its key is not configured"));
        try {
            ByteBuffer plain = ByteBuffer.allocate(Math.max(0, rest.remaining() - TAG_BITS / Byte.SIZE));
            cipher(Cipher.DECRYPT_MODE, key, nonce, id, bound).doFinal(rest, plain);
            return plain.array();
        } catch (AEADBadTagException refused) {
            throw new UnreadableRecordException("its key is another one than it was sealed with, or it was changed");
        } catch (GeneralSecurityException broken) {
            throw new UnreadableRecordException("it is no sealed value");
        }
    }

    private static byte[] keyId(ByteBuffer rest) throws UnreadableRecordException {
        if (rest.remaining() < 2 || rest.get() != FORMAT) {
            throw new UnreadableRecordException("its format is not known");
        }
        return bytes(rest, Byte.toUnsignedInt(rest.get()));
    }

    private static byte[] bytes(ByteBuffer from, int length) throws UnreadableRecordException {
        if (from.remaining() < length) {
            throw new UnreadableRecordException("it is cut off");
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] id, byte[] bound)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        ByteBuffer all = ByteBuffer.allocate(2 + id.length + bound.length);
        all.put(FORMAT).put((byte) id.length).put(id).put(bound);
        cipher.updateAAD(all.flip());
        return cipher;
    }

    private static byte[] bound(Seal seal, RecordField field) {
        ByteBuffer bound = ByteBuffer.allocate(SEAL_BYTES);
        put(bound, seal.recordId());
        put(bound, seal.appointmentId());
        put(bound, seal.patientId());
        put(bound, seal.providerId());
        return bound.putInt(seal.number()).put(field.code()).array();
    }

    private static void put(ByteBuffer buffer, UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
