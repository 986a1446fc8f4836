package health.miadi.shared.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.miadi.shared.http.Json;
import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs a creation once per {@code Idempotency-Key} (R-BOOK-6).
 *
 * <p>It stands outside the transaction ({@link KeyedTransaction}), so that it can look again after one has failed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdempotentCreation {
    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    @EJB
    KeyedTransaction transaction;

    /**
     * Creates, or gives the first answer again.
     *
     * @param userId who asks; keys of different users have nothing to do with each other
     * @param key the header's value; null creates without one
     * @param operation what is created, so that a key cannot be used for two kinds of things
     * @param request the body; two requests are the same when their bodies say the same
     * @param creation creates, in one transaction with its key
     * @throws Refusal {@code idempotency-mismatch} when the key came with another body before,
     *     {@code idempotency-in-flight} while the first request with it still runs
     */
    public Created once(
            UUID userId, @Nullable String key, String operation, Object request, Supplier<Created> creation) {
        if (key == null) {
            return transaction.created(creation);
        }
        if (!KEY_FORM.matcher(key).matches()) {
            throw Refusal.invalid("Idempotency-Key", "must be 1 to 200 visible ASCII characters");
        }
        byte[] hash = hash(operation, request);
        return again(keptOrCreated(userId, key, hash, creation), hash);
    }

    private KeptAnswer keptOrCreated(UUID userId, String key, byte[] hash, Supplier<Created> creation) {
        try {
            return transaction.keptOrCreated(userId, key, hash, creation);
        } catch (RuntimeException refused) {
            // The first request may have ended after this one looked its key up: then that one is in the way here.
            return transaction.kept(userId, key).orElseThrow(() -> refused);
        }
    }

    private static Created again(KeptAnswer kept, byte[] hash) {
        if (!MessageDigest.isEqual(kept.requestHash(), hash)) {
            throw Refusal.of(KeyFact.IDEMPOTENCY_MISMATCH, "R-BOOK-6", "This key came with another request before.");
        }
        return kept.created();
    }

    private static byte[] hash(String operation, Object request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(operation.getBytes(StandardCharsets.UTF_8));
            return digest.digest(Json.mapper().writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException | JsonProcessingException broken) {
            throw new IllegalStateException("a request cannot be hashed", broken);
        }
    }
}
