package health.miadi.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisMatchTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "otitis                 | Acute Otitis Media        | true",
                "MEDIA                  | otite média               | true",
                "média                  | otitis media              | true",
                "otitis media           | 'otitis \n  media'        | true",
                "strasse                | Straße                    | true",
                "ΟΔΟΣ                   | οδός                      | true",
                "é                      | 'e\u0301cart'             | true",
                "%                      | otitis                    | false",
                "_                      | otitis                    | false",
                "%                      | 40 % burns                | true",
                "otitis externa         | otitis media              | false",
                "中耳                   | 急性中耳炎                | true",
            })
    void contains(String sought, String diagnosis, boolean found) {
        assertThat(new DiagnosisMatch(sought).test(diagnosis)).isEqualTo(found);
    }
}
