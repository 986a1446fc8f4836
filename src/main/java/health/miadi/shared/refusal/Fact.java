package health.miadi.shared.refusal;

import java.util.Locale;

/** What a rule found, which is why it refuses. The enumerations of facts stand beside their rules. */
public interface Fact {
    /** The constant's name. */
    String name();

    /** Its name as clients know it, {@code slot-taken} for example; no two facts share one. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
