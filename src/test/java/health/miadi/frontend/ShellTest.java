package health.miadi.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShellTest {

    private static final String PAGE = """
            <head>
              <script type="importmap">{"imports": {"lit": "/assets/lib/lit/index.js"}}</script>
              <script type="module" src="/assets/main.js"></script>
            </head>
            """;

    @Test
    void addressesCarryTheName() {
        assertThat(text(Shell.of(PAGE, "0123", Set.of("main.js")))).isEqualTo("""
                <head>
                  <script type="importmap">{"imports": {"lit": "/assets/0123/lib/lit/index.js"}}</script>
                  <link rel="modulepreload" href="/assets/0123/main.js">
                  <script type="module" src="/assets/0123/main.js"></script>
                </head>
                """);
    }

    @Test
    void thePolicyAllowsTheImportMapAsItIsSent() {
        assertThat(Shell.of(PAGE, "0123", Set.of()).policy())
                .contains("script-src 'self' "
                        + Digests.source("{\"imports\": {\"lit\": \"/assets/0123/lib/lit/index.js\"}}") + ";");
    }

    @Test
    void aPageWithoutAnImportMapIsAllowedNoScriptInIt() {
        assertThat(Shell.of("<p>x</p>", "0123", Set.of("main.js")).policy()).contains("script-src 'self';");
        assertThat(Shell.imports("<p>x</p>")).isEmpty();
    }

    @Test
    void theNameIsAnotherWhenAnythingIs() {
        var files = new TreeMap<>(Map.of("a", bytes("1"), "b", bytes("2")));
        String name = Digests.name(files);
        assertThat(name).matches("[0-9a-f]{16}");

        assertThat(Digests.name(new TreeMap<>(Map.of("a", bytes("1"), "c", bytes("2")))))
                .isNotEqualTo(name);
        assertThat(Digests.name(new TreeMap<>(Map.of("a", bytes("1"), "b", bytes("3")))))
                .isNotEqualTo(name);
        assertThat(Digests.name(new TreeMap<>(Map.of("a", bytes("1"))))).isNotEqualTo(name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Shell shell) {
        return new String(shell.page().bytes(false), StandardCharsets.UTF_8);
    }
}
