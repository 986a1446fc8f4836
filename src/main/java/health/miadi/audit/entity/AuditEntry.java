package health.miadi.audit.entity;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the audit trail (R-REC-5). Words are kept as they are stored: the hash must be of what is there,
 * even where nobody understands it any more.
 *
 * @param at when, to the microsecond, by the database's clock
 * @param actorId account of who did it, null where there is none
 * @param actorRole in which role
 * @param actorName of the operating system's user at a console
 * @param entityId null where it was no single thing
 * @param outcome {@code done} or {@code refused}
 * @param reason that a person gave
 * @param detail what the application adds, in its own words
 */
public record AuditEntry(
        EntryKey key,
        Instant at,
        @Nullable UUID actorId,
        String actorRole,
        @Nullable String actorName,
        String action,
        String entity,
        @Nullable UUID entityId,
        String outcome,
        @Nullable String reason,
        @Nullable String address,
        @Nullable String requestId,
        @Nullable String detail,
        @Nullable String serverRequestId) {
    /** What is hashed of entries that have nothing but what the first version knew; their hashes stay what they were. */
    private static final byte FIRST_FORM = 1;

    /** What is hashed of all others: the newest form, which whoever makes hashes must know. */
    public static final byte FORM = 2;

    private static final int ABSENT = -1;

    /** Its hash after the entry with that hash: SHA-256 of that one and of everything that the entry says. */
    public byte[] hashAfter(byte[] previous) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest.digest(canonical());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Each value with its length before it, so that no two entries look the same. */
    private byte[] canonical() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(300);
        try (DataOutputStream form = new DataOutputStream(bytes)) {
            boolean first = detail == null && serverRequestId == null;
            form.writeByte(first ? FIRST_FORM : FORM);
            form.writeInt(key.era());
            form.writeLong(key.xid());
            form.writeLong(key.id());
            form.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            for (Object value : new @Nullable Object[] {
                actorId, actorRole, actorName, action, entity, entityId, outcome, reason, address, requestId
            }) {
                write(form, value);
            }
            if (!first) {
                write(form, detail);
                write(form, serverRequestId);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream form, @Nullable Object value) throws IOException {
        if (value == null) {
            form.writeInt(ABSENT);
            return;
        }
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        form.writeInt(text.length);
        form.write(text);
    }

    /** Its number alone. */
    @Override
    public String toString() {
        return "AuditEntry " + key.id();
    }
}
