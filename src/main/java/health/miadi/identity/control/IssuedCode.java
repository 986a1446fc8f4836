package health.miadi.identity.control;

import java.time.Instant;

/** A one-time code, and until when it works. */
public record IssuedCode(OneTimeCode code, Instant expiresAt) {}
