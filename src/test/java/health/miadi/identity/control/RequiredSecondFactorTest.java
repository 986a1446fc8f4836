package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A second factor (R-AUTH-10)")
class RequiredSecondFactorTest {
    private static User user(Role role) {
        return new User("somebody", null, null, role, null, Instant.EPOCH);
    }

    private static AccessTokens tokens(@Nullable String roles) {
        AccessTokens tokens = new AccessTokens();
        tokens.required = new RequiredSecondFactor(Optional.ofNullable(roles));
        tokens.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        tokens.issuer = "miadi";
        tokens.audience = "miadi-api";
        return tokens;
    }

    private static boolean lacks(AccessTokens tokens, User user) {
        return AccessTokens.SECOND_FACTOR.equals(
                tokens.claims(user, UUID.randomUUID()).getClaim(AccessTokens.LACKS));
    }

    @Test
    @DisplayName("is lacked by nobody where no role is named")
    void none() {
        assertThat(lacks(tokens(null), user(Role.ADMIN))).isFalse();
        assertThat(lacks(tokens(" "), user(Role.PROVIDER))).isFalse();
    }

    @Test
    @DisplayName("is lacked, and the token says so, by whoever has a role that is named, and none")
    void lacked() {
        AccessTokens tokens = tokens("admin, provider");
        assertThat(lacks(tokens, user(Role.ADMIN))).isTrue();
        assertThat(lacks(tokens, user(Role.PROVIDER))).isTrue();
        assertThat(lacks(tokens, user(Role.PATIENT))).isFalse();
    }

    @Test
    @DisplayName("is lacked no more once it is set up")
    void setUp() {
        User admin = user(Role.ADMIN);
        admin.askForSecondFactor(Instant.EPOCH);
        assertThat(lacks(tokens("admin"), admin)).isFalse();
        admin.askForPasswordOnly(Instant.EPOCH);
        assertThat(lacks(tokens("admin"), admin)).isTrue();
    }
}
