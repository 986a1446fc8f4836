package health.miadi.shared.idempotency;

/** The first answer to a keyed request, with the hash of that request. */
public record KeptAnswer(byte[] requestHash, Created created) {}
