package health.miadi.console.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import health.miadi.console.storage.ObjectClass;
import java.util.UUID;

/**
 * The ids of what comes from elsewhere: UUIDs of version 5 (RFC 9562), by the class and the id it has there. The same source
 * gives the same ids, so that nothing is taken twice.
 */
final class SourceIds {
    private static final UUID MIADI = UUID.fromString("6f1d0f4e-3c1c-5b56-9a36-0f5c3c1c9d01");

    private SourceIds() {}

    static UUID of(ObjectClass type, String... parts) {
        return UuidCreator.getNameBasedSha1(MIADI, type.word() + "\n" + String.join("\n", parts));
    }
}
