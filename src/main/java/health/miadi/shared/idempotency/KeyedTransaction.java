package health.miadi.shared.idempotency;

import health.miadi.shared.refusal.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A creation and its key in one transaction: a crash leaves both or neither (R-BOOK-6). */
@Stateless
public class KeyedTransaction {
    @Inject
    IdempotencyRepository keys;

    @Inject
    Clock clock;

    /** What is created without a key. */
    public Created created(Supplier<Created> creation) {
        return creation.get();
    }

    /**
     * The answer that is kept under the key, or else a new one, which is kept.
     *
     * @throws Refusal {@code idempotency-in-flight} while another transaction has the key, and whatever refuses the
     *     creation
     */
    public KeptAnswer keptOrCreated(UUID userId, String key, byte[] hash, Supplier<Created> creation) {
        Optional<KeptAnswer> kept = keys.claim(userId, key, clock.instant());
        if (kept.isPresent()) {
            return kept.get();
        }
        Created created = creation.get();
        keys.keep(userId, key, hash, created, clock.instant());
        return new KeptAnswer(hash, created);
    }

    /** The answer that is kept by now. */
    public Optional<KeptAnswer> kept(UUID userId, String key) {
        return keys.find(userId, key, clock.instant());
    }
}
