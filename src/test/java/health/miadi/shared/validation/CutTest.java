package health.miadi.shared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CutTest {
    @Example
    void letsNoCharacterFallApart() {
        assertThat(Cut.to(3, "abc\ud83d\ude00")).isEqualTo("abc");
        assertThat(Cut.to(4, "abc\ud83d\ude00")).isEqualTo("abc\ud83d\ude00");
        assertThat(Cut.to(4, "abce\u0301")).as("a letter goes with its mark").isEqualTo("abc");
        assertThat(Cut.to(2, "e\u0301\u0301")).as("one character alone").isEqualTo("e\u0301");
        assertThat(Cut.to(0, "a")).isEmpty();
    }

    @Property
    void isTheBeginningAndStaysReadable(@ForAll("texts") String text, @ForAll @IntRange(max = 20) int most) {
        String cut = Cut.to(most, text);

        assertThat(text).startsWith(cut);
        assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(most);
        assertThat(cut.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        if (text.codePointCount(0, text.length()) <= most) {
            assertThat(cut).isEqualTo(text);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "\u00e9",
                        "e\u0301",
                        "\ud83d\ude00",
                        "\ud83d\udc69\u200d\ud83d\udc67",
                        "\ud83c\uddf0\ud83c\uddea",
                        " ")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
