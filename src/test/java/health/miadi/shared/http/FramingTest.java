package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-AUTH-14: which requests say in one way only where they end, and whom they are for. */
class FramingTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    HTTP/1.1, '',     '',                false
                    HTTP/1.1, 0,      '',                false
                    HTTP/1.1, 131072, '',                false
                    HTTP/1.0, 12,     '',                false
                    HTTP/1.1, '',     chunked,           false
                    HTTP/1.1, '',     Chunked,           false
                    HTTP/1.0, '',     chunked,           true
                    HTTP/1.1, 5,      chunked,           true
                    HTTP/1.1, 5;5,    '',                true
                    HTTP/1.1, 5;6,    '',                true
                    HTTP/1.1, +5,     '',                true
                    HTTP/1.1, -5,     '',                true
                    HTTP/1.1, 5 5,    '',                true
                    HTTP/1.1, 99999999999999999999, '',  true
                    HTTP/1.1, '',     xchunked,          true
                    HTTP/1.1, '',     identity,          true
                    HTTP/1.1, '',     chunked;chunked,   true
                    HTTP/1.1, '',     'chunked, identity', true
                    """)
    void oneEndIsNotDoubtful(String protocol, String lengths, String encodings, boolean doubtful) {
        assertThat(Framing.isDoubtful(protocol, headers(lengths), headers(encodings)))
                .isEqualTo(doubtful);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    HTTP/1.1, clinic.example.org,       false
                    HTTP/1.1, clinic.example.org:8443,  false
                    HTTP/1.1, 'localhost:',             false
                    HTTP/1.1, 192.0.2.1:8080,           false
                    HTTP/1.1, '[2001:db8::1]:8080',     false
                    HTTP/1.1, my_host,                  false
                    HTTP/1.0, '',                       false
                    HTTP/2.0, '',                       false
                    HTTP/1.1, '',                       true
                    HTTP/1.1, ' ',                      true
                    HTTP/1.1, a;a,                      true
                    HTTP/1.0, a;b,                      true
                    HTTP/1.1, a b,                      true
                    HTTP/1.1, clinic.example.org/path,  true
                    HTTP/1.1, user@clinic.example.org,  true
                    HTTP/1.1, clinic.example.org:port,  true
                    HTTP/1.1, clinic.example.org:99999999, true
                    HTTP/1.1, '[clinic]',               true
                    """)
    void oneHostIsNamed(String protocol, String hosts, boolean forNobody) {
        assertThat(Framing.isForNobody(protocol, headers(hosts))).isEqualTo(forNobody);
    }

    private static List<String> headers(String values) {
        return values.isEmpty() ? List.of() : Arrays.asList(values.split(";"));
    }
}
