package health.miadi.shared.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-PERS-4: a date as exactly as it is known")
class PartialDateTest {
    @ParameterizedTest
    @CsvSource({
        "1957, 1957-01-01, 1957-12-31",
        "2004, 2004-01-01, 2004-12-31",
        "2004-02, 2004-02-01, 2004-02-29",
        "1957-03-14, 1957-03-14, 1957-03-14"
    })
    void meansAllItsDaysAndStaysAsItIs(String text, LocalDate first, LocalDate last) {
        PartialDate date = PartialDate.parse(text);

        assertThat(date.first()).isEqualTo(first);
        assertThat(date.last()).isEqualTo(last);
        assertThat(date).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "57",
                "1957-3",
                "1957-00",
                "1957-13",
                "1957-02-29",
                "1957-3-14",
                "14.3.1957",
                "1957-",
                "+1957"
            })
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(DateTimeException.class);
    }

    /** The database sorts and compares the texts. */
    @Property
    void ordersAsItsTextDoes(@ForAll("dates") PartialDate one, @ForAll("dates") PartialDate other) {
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<PartialDate> dates() {
        return Arbitraries.longs()
                .between(-40_000, 40_000)
                .map(day -> LocalDate.ofEpochDay(day).toString())
                .flatMap(day -> Arbitraries.of(4, 7, 10).map(length -> PartialDate.parse(day.substring(0, length))));
    }
}
