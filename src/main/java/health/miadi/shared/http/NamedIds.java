package health.miadi.shared.http;

import health.miadi.shared.refusal.Refusal;
import java.util.List;
import java.util.UUID;

/** The ids that a parameter names, which can be given more than once. */
public final class NamedIds {
    /** As many as fit an address that every server takes. */
    private static final int MOST = 100;

    private NamedIds() {}

    /**
     * The ids, each once; none when nobody is named.
     *
     * @param name of the parameter
     * @throws Refusal {@code validation} when they are more than 100
     */
    public static List<UUID> of(List<UUID> named, String name) {
        if (named.size() > MOST) {
            throw Refusal.invalid(name, "can be given " + MOST + " times at most");
        }
        return named.stream().distinct().toList();
    }
}
