package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-AUTH-11: what people know a session by is coarse, whatever a client says of itself. */
class SessionClientTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0 | Firefox | Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0 | Edge | Windows",
                "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36 | Chrome | Android",
                "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36 | Samsung Internet | Android",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1 | Safari | iPhone",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15 | Safari | macOS",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 OPR/120.0.0.0 | Opera | ChromeOS",
                "curl/8.14.1 | curl | -",
                "Java-http-client/17.0.12 | Java-http-client | -",
                "Mozilla/5.0 (compatible) | Mozilla | -",
                "<script>alert(1)</script> | - | -",
                "- | - | -",
            })
    void isKnownByWhatPeopleCallIt(String agent, String program, String system) {
        assertThat(SessionClient.of(agent, null)).isEqualTo(new SessionClient(program, system, null));
    }

    @Property
    void isShortWhateverAClientSays(@ForAll String agent) {
        for (String said : List.of(agent, "Mozilla/" + agent, "A".repeat(5_000) + agent)) {
            SessionClient client = SessionClient.of(said, null);
            assertThat(client.program() == null ? "none" : client.program()).matches("[A-Za-z][A-Za-z0-9 ._-]{0,39}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "::ffff:203.0.113.77, 203.0.113.0/24",
        "2001:db8:12:3456:789a::1, 2001:db8:12::/48",
        "::1, 0:0:0::/48",
    })
    void theNetworkIsNoAddress(String address, String network) {
        assertThat(Place.network(address)).contains(network);
    }

    @Test
    void whatIsNoAddressHasNoNetwork() {
        assertThat(Place.network("unknown")).isEmpty();
        assertThat(Place.network("")).isEmpty();
    }
}
