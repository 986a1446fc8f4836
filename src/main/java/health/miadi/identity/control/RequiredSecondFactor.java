package health.miadi.identity.control;

import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;

/** Who has to have a second factor (R-AUTH-10), by the roles that {@code miadi.second-factor.required} names. */
@ApplicationScoped
public class RequiredSecondFactor {
    private String roles = "";

    /** For the container. */
    RequiredSecondFactor() {}

    @Inject
    RequiredSecondFactor(@Configured(Setting.SECOND_FACTOR_REQUIRED) Optional<String> roles) {
        this.roles = roles.orElse("");
    }

    /** Whether that user has to have one and has none, however they signed in: until they set one up, their tokens are good for nothing else. */
    boolean isLackedBy(User user) {
        return isRequiredOf(user.role()) && !user.hasSecondFactor();
    }

    private boolean isRequiredOf(Role role) {
        return Arrays.stream(roles.split(",", -1)).map(String::strip).anyMatch(role.word()::equals);
    }
}
