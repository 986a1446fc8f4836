package health.miadi.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportClosureTest {

    private static final Map<String, String> IMPORTS = Map.of(
            "lit", "/assets/lib/lit/index.js",
            "lit/", "/assets/lib/lit/",
            "lit/directives/", "/assets/lib/lit-html/directives/",
            "elsewhere", "/other/x.js");

    private static ImportClosure closure(Map<String, String> sources) {
        return new ImportClosure(IMPORTS, path -> Optional.ofNullable(sources.get(path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import './a.js';",
                "import a from './a.js';",
                "import * as a from './a.js'",
                "import { a, b as c } from './a.js';",
                "import a, { b } from \"./a.js\";",
                "import {\n  a,\n  $b_2,\n} from './a.js';",
                "export * from './a.js';",
                "export * as a from './a.js';",
                "export { a } from './a.js';",
                "import{a as b}from\"./a.js\";",
                "const o=1;export*from\"./a.js\";",
                "/** Says something. */\nimport './a.js';"
            })
    void everyFormOfAStaticImportIsSeen(String source) {
        assertThat(ImportClosure.specifiers(source)).containsExactly("./a.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const page = await import('./a.js');",
                "import('./a.js').then(page => page.show());",
                "// import './a.js';",
                " * import './a.js';",
                "export const from = './a.js';",
                "export default './a.js';",
                "const address = new URL('./a.js', import.meta.url);",
                "text('import x from \"./a.js\"');"
            })
    void whatIsNoStaticImportIsNot(String source) {
        assertThat(ImportClosure.specifiers(source)).isEmpty();
    }

    @Test
    void importsAreFollowedOnceEachThroughPathsAndTheMap() {
        var closure = closure(Map.of(
                "main.js", "import { LitElement } from 'lit';\nimport './core/i18n.js';\nimport './core/api.js';",
                "core/i18n.js", "import './api.js';",
                "core/api.js", "import '../main.js';\nimport('./later.js');",
                "core/later.js", "",
                "lib/lit/index.js", "import\"lit/html.js\";",
                "lib/lit/html.js", ""));

        assertThat(closure.of("main.js"))
                .containsExactly("main.js", "lib/lit/index.js", "core/i18n.js", "core/api.js", "lib/lit/html.js");
    }

    @Test
    void theLongestNameInTheMapCounts() {
        var closure = closure(Map.of());

        assertThat(closure.resolve("lit", "main.js")).contains("lib/lit/index.js");
        assertThat(closure.resolve("lit/decorators.js", "main.js")).contains("lib/lit/decorators.js");
        assertThat(closure.resolve("lit/directives/map.js", "pages/a.js")).contains("lib/lit-html/directives/map.js");
        assertThat(closure.resolve("../core/api.js", "pages/a.js")).contains("core/api.js");
    }

    @Test
    void whatIsNotOursIsLeftOut() {
        var closure = closure(Map.of("main.js", "import 'unknown';\nimport 'elsewhere';\nimport './gone.js';"));

        assertThat(closure.of("main.js")).containsExactly("main.js");
        assertThat(closure.of("gone.js")).isEmpty();
    }
}
