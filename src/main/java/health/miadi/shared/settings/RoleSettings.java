package health.miadi.shared.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** The roles that have to have a second factor (R-AUTH-10): none, one or several of those that there are. */
final class RoleSettings {
    private static final String NAME = "miadi.second-factor.required";
    private static final Set<String> ROLES = Set.of("admin", "provider", "patient");

    private RoleSettings() {}

    /** A sentence if one of them is none: a slip would leave a role without what its clinic takes for granted. */
    static List<String> faults(Config config) {
        String roles = config.getOptionalValue(NAME, String.class).orElse("");
        return roles.isBlank()
                        || Arrays.stream(roles.split(",", -1))
                                .map(String::strip)
                                .allMatch(ROLES::contains)
                ? List.of()
                : List.of(RequiredSettings.variable(NAME)
                        + " must be roles, separated by commas: admin, provider, patient");
    }
}
