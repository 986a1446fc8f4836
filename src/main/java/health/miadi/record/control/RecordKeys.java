package health.miadi.record.control;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The key ring of this deployment, read once. */
@ApplicationScoped
public class RecordKeys {
    private @Nullable KeyRing ring;

    /**
     * The ring.
     *
     * @throws IllegalStateException when the configuration gives none (R-AUTH-9)
     */
    public synchronized KeyRing ring() {
        KeyRing known = ring;
        if (known == null) {
            known = KeyRingSettings.read(ConfigProvider.getConfig(RecordKeys.class.getClassLoader()));
            ring = known;
        }
        return known;
    }
}
