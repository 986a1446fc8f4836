package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-AUTH-14: which requests say in one way only where they end. */
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

    private static List<String> headers(String values) {
        return values.isEmpty() ? List.of() : Arrays.asList(values.split(";"));
    }
}
