package health.miadi.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserTest {

    @Test
    void bothGrammarsSayTheSame() {
        Line worded = LineParser.parse("show Provider 246c227a-d5c1-403d-9bc7-6a47bb9f0f68");
        Line dotted = LineParser.parse("Provider.show(\"246c227a-d5c1-403d-9bc7-6a47bb9f0f68\")");
        assertThat(worded.verb()).isEqualTo(dotted.verb()).isEqualTo("show");
        assertThat(worded.word(0)).isEqualTo(dotted.word(0)).isEqualTo("Provider");
        assertThat(worded.word(1)).isEqualTo(dotted.word(1)).startsWith("246c227a");
        assertThat(worded.dotted()).isFalse();
        assertThat(dotted.dotted()).isTrue();
    }

    @Test
    void callsHaveNoneOneOrSeveralArguments() {
        assertThat(LineParser.parse("Provider.all()").words()).containsExactly(Word.bare("Provider"));
        assertThat(LineParser.parse(" Provider . count ( ) ").verb()).isEqualTo("count");
        assertThat(LineParser.parse("Provider.update(\"x\", 'firstName', \"Ann Mary\")")
                        .words())
                .containsExactly(
                        Word.bare("Provider"), Word.quoted("x"), Word.quoted("firstName"), Word.quoted("Ann Mary"));
        assertThat(LineParser.parse("Provider.show(246c227a)").word(1)).isEqualTo("246c227a");
    }

    @Test
    void anObjectGivesSeveralAttributesInEitherKindOfQuotes() {
        Line line =
                LineParser.parse("Provider.update(\"x\", {\"n\": 1, 'b': 'x, y', 'c': None, \"d\": true, e: False})");
        assertThat(line.words()).hasSize(2);
        assertThat(line.named())
                .containsExactly(
                        Map.entry("n", new Word("1", false)),
                        Map.entry("b", Word.quoted("x, y")),
                        Map.entry("c", new Word(null, false)),
                        Map.entry("d", Word.bare("true")),
                        Map.entry("e", new Word("false", false)));
        assertThat(LineParser.parse("update Provider x {'a': 'b'}").named()).containsKey("a");
        assertThat(LineParser.parse("Provider.update('x', {})").named()).isEmpty();
    }

    @Test
    void valuesWithSpacesStandInQuotes() {
        Line line = LineParser.parse("create Provider name=\"Ann Mary\" n=3 word='it is' empty= last=O'Brien");
        assertThat(line.words()).containsExactly(Word.bare("Provider"));
        assertThat(line.named())
                .containsEntry("name", Word.quoted("Ann Mary"))
                .containsEntry("n", Word.bare("3"))
                .containsEntry("word", Word.quoted("it is"))
                .containsEntry("empty", Word.quoted(""))
                .containsEntry("last", Word.bare("O'Brien"));
    }

    @Test
    void aBackslashKeepsWhatFollowsAndWritesWhatCannotBeTyped() {
        assertThat(LineParser.parse("x \"a\\\"b\\\\c\\nd\\u263a\"").word(0)).isEqualTo("a\"b\\c\nd☺");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t", "# a remark"})
    void emptyLinesAndRemarksAskForNothing(String text) {
        assertThat(LineParser.parse(text).isEmpty()).isTrue();
    }

    @Test
    void whatFollowsTheVerbKeepsItsOrder() {
        Line line = LineParser.parse("UPDATE Provider id name \"Betty\"");
        assertThat(line.verb()).isEqualTo("update");
        assertThat(line.from(1)).isEqualTo(List.of(Word.bare("id"), Word.bare("name"), Word.quoted("Betty")));
        assertThat(line.from(9)).isEmpty();
        assertThat(line.word(9)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "create Provider name=\"Bet | a closing quote is missing: \"",
                "show Provider 'x | a closing quote is missing: '",
                "show Provider \"x\"y | a space is missing after a closing quote or brace",
                "show Provider x\"y\" | a quote stands within a word: put the whole value in quotes",
                "create Provider n=1 n=2 | n is given twice",
                "Provider.show(\"x\" | a closing bracket is missing: )",
                "Provider.show(\"x\") y | nothing can follow the closing bracket",
                "Provider.show(,) | a value is missing between the brackets",
                "Provider.all | brackets are missing: Provider.all()",
                "Provider.update('x', {'a' 1}) | a colon is missing after a name between the braces",
                "Provider.update('x', {'a': 1 | a closing brace is missing: }",
                "Provider.update('x', {'a': }) | a value is missing",
                "Provider.update('x', {: 1}) | a name is missing between the braces",
                "x \"\\u12\" | \\u is followed by four hexadecimal digits"
            })
    void whatCannotBeUnderstoodIsSaidInOneLine(String text, String message) {
        assertThatThrownBy(() -> LineParser.parse(text))
                .isInstanceOf(SyntaxException.class)
                .hasMessage(message);
    }
}
