package health.miadi.identity.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Since when what is known of a person is confirmed; null for what the person claims, or what is not known (R-PERS-2). */
public record ConfirmedSince(
        @Nullable Instant phone,
        @Nullable Instant email,
        @Nullable Instant nationalId) {}
