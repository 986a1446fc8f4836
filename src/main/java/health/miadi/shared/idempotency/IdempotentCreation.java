package health.miadi.shared.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.miadi.shared.http.Json;
import health.miadi.shared.problem.ProblemType;
import health.miadi.shared.problem.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs a creation once per {@code Idempotency-Key} (R-BOOK-6). The creation and its key are one transaction: a crash
 * leaves both or neither.
 */
@Stateless
public class IdempotentCreation {
    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    @Inject
    IdempotencyRepository keys;

    @Inject
    Clock clock;

    /**
     * Creates, or gives the first answer again.
     *
     * @param userId who asks; keys of different users have nothing to do with each other
     * @param key the header's value; null creates without one
     * @param operation what is created, so that a key cannot be used for two kinds of things
     * @param request the body; two requests are the same when their bodies say the same
     * @param creation creates, in this transaction
     * @throws Refusal {@code idempotency-mismatch} when the key came with another body before,
     *     {@code idempotency-in-flight} while the first request with it still runs
     */
    public Created once(
            UUID userId, @Nullable String key, String operation, Object request, Supplier<Created> creation) {
        if (key == null) {
            return creation.get();
        }
        if (!KEY_FORM.matcher(key).matches()) {
            throw Refusal.invalid("Idempotency-Key", "must be 1 to 200 visible ASCII characters");
        }
        byte[] hash = hash(operation, request);
        Optional<KeptAnswer> kept = keys.claim(userId, key, clock.instant());
        if (kept.isPresent()) {
            return again(kept.get(), hash);
        }
        Created created = creation.get();
        keys.keep(userId, key, hash, created, clock.instant());
        return created;
    }

    private static Created again(KeptAnswer kept, byte[] hash) {
        if (!MessageDigest.isEqual(kept.requestHash(), hash)) {
            throw Refusal.of(
                    ProblemType.IDEMPOTENCY_MISMATCH, "R-BOOK-6", "This key came with another request before.");
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
