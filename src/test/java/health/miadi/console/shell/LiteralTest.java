package health.miadi.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LiteralTest {

    @Test
    void textsNumbersAndTruthAreWrittenAsInPython() {
        assertThat(Literal.of("Betty")).isEqualTo("'Betty'");
        assertThat(Literal.of("O'Brien")).isEqualTo("\"O'Brien\"");
        assertThat(Literal.of("'a' and \"b\"")).isEqualTo("'\\'a\\' and \"b\"'");
        assertThat(Literal.of(45)).isEqualTo("45");
        assertThat(Literal.of(true)).isEqualTo("True");
        assertThat(Literal.of(false)).isEqualTo("False");
    }

    @Test
    void whatWouldMoveTheCursorOrTurnTheLineIsWrittenAsItsCode() {
        assertThat(Literal.text("a\nb\tc\u001b[31m\u202ed")).isEqualTo("'a\\nb\\tc\\u001b[31m\\u202ed'");
    }

    @Property
    void whatIsPrintedCanBeTypedAgain(@ForAll String text) {
        assertThat(LineParser.parse("x " + Literal.text(text)).word(0)).isEqualTo(text);
    }
}
