package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.Clinic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client only wishes for refuses it nothing, however badly it is written, and on every server alike. */
class RequestHeadersIT {
    private final Clinic clinic = Clinic.ofTheSuite();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Accept-Language,   ;;;q=z
                    Accept-Language,   en;q=7
                    Accept-Language,   ''
                    Accept-Charset,    ;q
                    Accept-Encoding,   ;;;q=z
                    If-None-Match,     never
                    If-Modified-Since, yesterday
                    Range,             bytes=z
                    Prefer,            ;
                    Cookie,            =;=
                    """)
    void aWishThatCannotBeReadIsNone(String header, String value) {
        assertThat(clinic.admin()
                        .outsideTheContract()
                        .with(header, value)
                        .get("/patients?limit=1")
                        .status())
                .isEqualTo(200);
    }
}
