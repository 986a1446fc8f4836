package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.shared.net.IpAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose word on the client's address is taken (R-AUTH-6). */
class TrustedProxiesTest {
    private static final TrustedProxies NOBODY = new TrustedProxies(Optional.empty());
    private static final TrustedProxies OURS =
            new TrustedProxies(Optional.of("10.0.0.0/8, 2001:db8:1::/48, 192.0.2.7"));

    @Test
    void isNobodysUnlessSomebodyIsNamed() {
        assertThat(NOBODY.place("192.0.2.1", List.of("198.51.100.1"))).isEqualTo(Place.of("192.0.2.1"));
    }

    @Test
    void isNotThatOfAStranger() {
        assertThat(OURS.place("192.0.2.1", List.of("198.51.100.1"))).isEqualTo(Place.of("192.0.2.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.0.2.7", "2001:db8:1:ffff::9"})
    void isThatOfAProxyOfOurs(String proxy) {
        assertThat(OURS.place(proxy, List.of("198.51.100.1"))).isEqualTo(Place.of("198.51.100.1"));
    }

    @Test
    void goesBackToTheLastAddressThatNoProxyOfOursSpeaksFor() {
        List<String> forged = List.of("203.0.113.5, 198.51.100.1", "10.9.9.9");
        assertThat(OURS.place("10.0.0.1", forged)).isEqualTo(Place.of("198.51.100.1"));
    }

    @Test
    void takesGarbageAsAnUnknownPlace() {
        assertThat(OURS.place("10.0.0.1", List.of("evil.example.org"))).isEqualTo(Place.UNKNOWN);
        assertThat(OURS.place("", List.of())).isEqualTo(Place.UNKNOWN);
    }

    /** Finding L11: what is no number is a name, and a name server would be asked for it. */
    @ParameterizedTest
    @ValueSource(strings = {"999.1.1.1", "256.0.0.1", "1.2.3.04", "1.2.3"})
    void asksNoNameServer(String text) {
        assertThat(IpAddress.of(text)).isEmpty();
        assertThat(IpAddress.of("255.249.199.9")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::1, 2001:db8::ffff:1, true",
        "2001:db8::1, 2001:db8:0:1::1, false",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, 192.0.2.1:4711, true",
        "'[2001:db8::1]:443', 2001:db8::2, true",
        "fe80::1%eth0, fe80::1, true",
        "::ffff:192.0.2.1, 192.0.2.1, true"
    })
    void tellsPlacesByIpv4AddressAndIpv6Network(String one, String other, boolean same) {
        assertThat(Place.of(one).equals(Place.of(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "proxy.example.org", "10.0.0/8", "::1/129", "10.0.0.0/-1"})
    void refusesASettingThatNamesNoNetwork(String setting) {
        assertThatThrownBy(() -> new TrustedProxies(Optional.of(setting)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MIADI_SIGN_IN_TRUSTED_PROXIES")
                .hasMessageNotContaining(setting);
    }
}
