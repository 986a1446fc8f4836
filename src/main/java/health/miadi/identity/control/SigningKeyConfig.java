package health.miadi.identity.control;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Tells the server's MicroProfile JWT mechanism the public keys that belong to the signing key. */
public class SigningKeyConfig implements ConfigSource {
    private static final String PUBLIC_KEY = "mp.jwt.verify.publickey";
    private static final int ABOVE_FILES = 150;

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(PUBLIC_KEY);
    }

    @Override
    public @Nullable String getValue(String name) {
        return name.equals(PUBLIC_KEY)
                ? SigningKey.configured()
                        .map(key -> key.publicKeys().toString())
                        .orElse(null)
                : null;
    }

    @Override
    public int getOrdinal() {
        return ABOVE_FILES;
    }

    @Override
    public String getName() {
        return "miadi-signing-key";
    }
}
