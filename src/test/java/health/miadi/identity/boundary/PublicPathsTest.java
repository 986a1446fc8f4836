package health.miadi.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A token")
class PublicPathsTest {
    @ParameterizedTest
    @DisplayName("is not looked at where anybody may go")
    @ValueSource(
            strings = {
                "/",
                "/openapi",
                "/api-docs",
                "/api/v1/auth/login",
                "/api/v1/auth/register",
                "/api/v1/auth/refresh",
                "/api/v1/config"
            })
    void open(String path) {
        assertThat(PublicPaths.contain(path)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("is verified everywhere else, however the path is written")
    @ValueSource(
            strings = {
                "/api/v1/appointments",
                "/api/v1/auth/me",
                "/api/v1/auth/logout",
                "/api/v1/auth/password",
                "/api/v1/auth/login/",
                "/api/v1/auth/login;a=b",
                "/api/v1/auth/../appointments"
            })
    void guarded(String path) {
        assertThat(PublicPaths.contain(path)).isFalse();
    }

    @ParameterizedTest
    @DisplayName(
            "of somebody who has to set up a second factor goes nowhere else, however the path is written (R-AUTH-10)")
    @ValueSource(
            strings = {
                "/api/v1/appointments",
                "/api/v1/auth/totp/../../appointments",
                "/api/v1/auth/totp;a/confirmation",
                "/api/v1/auth/me/",
                "/api/v1/auth/totpx"
            })
    void settingUp(String path) {
        assertThat(PublicPaths.areForSettingUp("/api/v1/auth/totp")).isTrue();
        assertThat(PublicPaths.areForSettingUp(path)).isFalse();
    }
}
