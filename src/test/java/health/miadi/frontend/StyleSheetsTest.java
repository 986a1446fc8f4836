package health.miadi.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleSheetsTest {
    private static final String PAGE = """
            <head>
              <link rel="icon" href="/assets/style/a.svg">
              <link rel="stylesheet" href="/assets/lib/pico.css">
              <link rel="stylesheet" href="/assets/style/a.css">
              <style></style>
            </head>
            """;

    @Test
    void allSheetsAreSentAsOneInTheirOrder() {
        var files = Map.of("style/a.css", bytes("a {}"), "lib/pico.css", bytes("p {}"));
        assertThat(StyleSheets.of(PAGE).join(files))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("p {}\na {}\n");
        assertThat(StyleSheets.of(PAGE).joinedPage()).isEqualTo("""
                <head>
                  <link rel="icon" href="/assets/style/a.svg">
                  <link rel="stylesheet" href="/assets/style/all.css">
                  <style></style>
                </head>
                """);
    }

    @Test
    void aSheetThatIsMissingOrNamesAnotherFileIsNoticed() {
        assertThatThrownBy(() -> StyleSheets.of(PAGE).join(Map.of("lib/pico.css", bytes(""))))
                .hasMessageContaining("style/a.css");
        for (String sheet : new String[] {"b { background: url(b.png) }", "@import 'b.css';"}) {
            assertThatThrownBy(() ->
                            StyleSheets.of(PAGE).join(Map.of("lib/pico.css", bytes(sheet), "style/a.css", bytes(""))))
                    .hasMessageContaining("another file");
        }
        var own = Map.of("lib/pico.css", bytes("b { background: url(\"data:,\") }"), "style/a.css", bytes(""));
        assertThat(StyleSheets.of(PAGE).join(own)).isNotEmpty();
    }

    @Test
    void aPageWithoutSheetsStaysAsItIs() {
        assertThat(StyleSheets.of("<p>").joinedPage()).isEqualTo("<p>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
