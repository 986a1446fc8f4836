package health.miadi.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that configuration gives. */
class AddressSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://accounts.google.com",
                "https://login.example.org:8443/realms/clinic",
                "http://localhost:4000/google",
                "http://127.0.0.1:1",
                "http://[::1]:1"
            })
    void areEncryptedOrStayOnThisMachine(String address) {
        assertThat(AddressSettings.isFit(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://accounts.google.com",
                "accounts.google.com",
                "ftp://x",
                "https://",
                "https://a?b",
                "https://a#b",
                "https://user:secret@a",
                "https://a b",
                "file:///etc/passwd"
            })
    void areNothingElse(String address) {
        assertThat(AddressSettings.isFit(address)).isFalse();
    }
}
