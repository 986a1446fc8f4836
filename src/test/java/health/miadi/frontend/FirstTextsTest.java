package health.miadi.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FirstTextsTest {
    private static final String PAGE =
            "<p><script type=\"application/json\" id=\"texts\" data-areas=\"shell find\"></script></p>";

    private static final Map<String, byte[]> CATALOGUES = Map.of(
            "messages/en/shell.json", bytes("{\"shell.home\": \"Home\"}"),
            "messages/en/find.json", bytes("{\"find.n\": {\"one\": \"a\", \"other\": \"{count} b\"}}"),
            "messages/sw/shell.json", bytes("{\"shell.home\": \"</script><script>alert(1)\"}"),
            "messages/sw/find.json", bytes("{}"),
            "main.js", bytes("import 'lit';"));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String chosen(String... tags) {
        List<Locale> wanted = Stream.of(tags).map(Locale::forLanguageTag).toList();
        return FirstTexts.chosen(Collections.enumeration(wanted), Set.of("en", "sw"));
    }

    @Test
    void theTextsOfAllItsAreasStandInThePage() {
        assertThat(FirstTexts.into(PAGE, "en", CATALOGUES))
                .isEqualTo("<p><script type=\"application/json\" id=\"texts\" data-areas=\"shell find\" lang=\"en\">"
                        + "{\"shell.home\":\"Home\",\"find.n\":{\"one\":\"a\",\"other\":\"{count} b\"}}</script></p>");
    }

    @Test
    void noTextEndsItsElement() {
        assertThat(FirstTexts.into(PAGE, "sw", CATALOGUES))
                .contains("\\u003c/script>\\u003cscript>alert(1)")
                .containsOnlyOnce("</script>");
    }

    @Test
    void aPageWithoutAPlaceStaysAsItIs() {
        assertThat(FirstTexts.into("<p>x</p>", "en", CATALOGUES)).isEqualTo("<p>x</p>");
    }

    @Test
    void anAreaWithoutACatalogueIsNoticedAtTheStart() {
        assertThatThrownBy(() -> FirstTexts.into(PAGE, "fr", CATALOGUES))
                .hasMessageContaining("messages/fr/shell.json");
    }

    @Test
    void thereAreAsManyLanguagesAsCatalogues() {
        assertThat(FirstTexts.languages(CATALOGUES)).containsExactly("en", "sw");
    }

    @Test
    void theMostWantedLanguageThatThereIsIsChosen() {
        assertThat(chosen("sw-KE", "en")).isEqualTo("sw");
        assertThat(chosen("fr", "en-GB", "sw")).isEqualTo("en");
        assertThat(chosen("fr", "de")).isEqualTo("en");
        assertThat(chosen()).isEqualTo("en");
    }

    @Test
    void thePageHasAPlaceForThem() {
        Map<String, byte[]> files = new HashMap<>();
        Sources.ending(".json").forEach((path, text) -> files.put(path, bytes(text)));

        assertThat(FirstTexts.into(Sources.page(), "sw", files)).contains("lang=\"sw\">{\"shell.");
    }
}
