package health.miadi.shared.http;

import health.miadi.shared.refusal.Refusal;
import jakarta.ws.rs.BadRequestException;

/** Carries a refusal through the JAX-RS implementations, which let only their own exceptions pass unchanged. */
final class RefusedParameter extends BadRequestException {
    private static final long serialVersionUID = 1L;

    RefusedParameter(Refusal refusal) {
        super(refusal);
    }
}
