package health.miadi.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What scripts must be and must not do. They reach a browser as they are written: no other build would find out. */
class ScriptsTest {

    private static final int LONGEST = 300;

    /** The one module that keeps something in the browser for good: language and colours, nothing of anybody (R-AUTH-7). */
    private static final String KEEPS_SETTINGS = "core/settings.js: localStorage";

    /** The one module that keeps what was typed, in its tab, until its user is another (R-AUTH-16). */
    private static final String KEEPS_DRAFTS = "core/drafts.js: sessionStorage";

    /** Text becomes text, and the policy allows no style and no script in a page. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|unsafe(?:HTML|SVG|Static)|\\beval\\(|"
                    + "new Function|\\sstyle=|\\son[a-z]+=[\"'$]");

    private static final Pattern KEPT = Pattern.compile("\\b(?:localStorage|sessionStorage|indexedDB)\\b");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:https?:)?//[a-z0-9-]+\\.[a-z]", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern IMPORTED = Pattern.compile("(?:from|import)\\s*\\(?\\s*'(\\.[^']+)'");
    private static final Pattern PRIVATE = Pattern.compile("#[a-z]\\w*(?=[\\s=;(])");

    private final SortedMap<String, String> scripts = Sources.ending(".js");

    private static List<String> found(Map<String, String> sources, Pattern pattern) {
        return sources.entrySet().stream()
                .flatMap(source -> pattern.matcher(
                                COMMENT.matcher(source.getValue()).replaceAll(""))
                        .results()
                        .map(MatchResult::group)
                        .map(what -> source.getKey() + ": " + what.strip()))
                .toList();
    }

    @Test
    void theCompilerFindsNothing() {
        assertThat(new ScriptCheck(Shell.imports(Sources.page())).faults(scripts, Sources.libraries()))
                .isEmpty();
    }

    @Test
    void theCompilerFindsWhatIsWrong() {
        var check = new ScriptCheck(Map.of("lit", "/assets/lib/lit/index.js"));
        Map<String, String> wrong = new TreeMap<>(Map.of(
                "a.js", "import { used } from './b.js';\nused(undefinedThing);",
                "b.js", "export function used() {\n  return 1;\n  let late;\n}\nconst o = { a: 1, a: 2 };\nused(o);",
                "c.js",
                        "import { nothing } from 'lit';\nclass C { #x = 1; get x() { return this.#x; } }\nexport const x = await new C(nothing).x;",
                "e.js", "import { used } from './b.js';"));
        Map<String, String> libraries = Map.of("lib/lit/index.js", "export const nothing = {};");

        assertThat(check.faults(Map.of("d.js", "const broken = ;"), libraries))
                .singleElement()
                .asString()
                .startsWith("d.js:1: Parse error");
        assertThat(check.faults(Map.of("f.js", "import 'nobody';\nimport('./gone.js');"), libraries))
                .anySatisfy(fault -> assertThat(fault).startsWith("f.js:1: ").contains("nobody"))
                .anySatisfy(fault -> assertThat(fault).startsWith("f.js:2: ").contains("gone.js"));
        assertThat(check.faults(Map.of("g.js", "import { gone } from 'lit';\ngone();"), libraries))
                .singleElement()
                .asString()
                .startsWith("g.js:1: ")
                .contains("gone");
        assertThat(check.faults(wrong, libraries))
                .anySatisfy(fault -> assertThat(fault).startsWith("a.js:2: ").contains("undefinedThing"))
                .anySatisfy(fault -> assertThat(fault).startsWith("b.js:3: ").contains("unreachable"))
                .anySatisfy(fault -> assertThat(fault).startsWith("e.js: ").contains("used"))
                .noneSatisfy(fault -> assertThat(fault).startsWith("c.js"));
    }

    @Test
    void whateverIsImportedIsThere() {
        Map<String, String> all = new TreeMap<>(scripts);
        all.putAll(Sources.libraries());
        var closure = new ImportClosure(Shell.imports(Sources.page()), path -> Optional.ofNullable(all.get(path)));
        Stream<String> lost = closure.of(FrontEndFiles.FIRST_MODULE).stream()
                .flatMap(path -> ImportClosure.specifiers(all.getOrDefault(path, "")).stream()
                        .filter(specifier -> closure.resolve(specifier, path)
                                .filter(all::containsKey)
                                .isEmpty())
                        .map(specifier -> path + ": " + specifier));

        assertThat(lost).isEmpty();
    }

    /** Pages that are fetched when they are needed count: a module that needs itself is read by nobody alone. */
    @Test
    void noModuleNeedsItself() {
        assertThat(circle(scripts)).isEmpty();
        assertThat(circle(Map.of(
                        "a.js", "import './p/b.js';", "p/b.js", "const c = () => import('./c.js')", "p/c.js", "")))
                .isEmpty();
        assertThat(circle(Map.of(
                        "a.js",
                        "import './p/b.js';",
                        "p/b.js",
                        "go(() => import('./c.js'))",
                        "p/c.js",
                        "import '../a.js';")))
                .containsExactlyInAnyOrder("a.js", "p/b.js", "p/c.js");
    }

    /** The modules that are in a circle of imports, or lead from one to another: what stays when those that need none of the rest are taken away, again and again, from both ends. */
    private static Set<String> circle(Map<String, String> sources) {
        Map<String, Set<String>> needs = new TreeMap<>();
        sources.forEach((path, source) -> needs.put(
                path,
                IMPORTED.matcher(COMMENT.matcher(source).replaceAll(""))
                        .results()
                        .map(match -> Path.of("/" + path)
                                .resolveSibling(match.group(1))
                                .normalize())
                        .map(imported -> imported.toString().substring(1))
                        .collect(Collectors.toSet())));
        while (needs.values().removeIf(needed -> needed.stream().noneMatch(needs::containsKey))
                || needs.keySet()
                        .removeIf(path -> needs.values().stream().noneMatch(needed -> needed.contains(path)))) {
            // until nothing goes
        }
        return needs.keySet();
    }

    @Test
    void textFromPeopleIsOnlyEverText() {
        assertThat(found(scripts, FORBIDDEN)).isEmpty();
        assertThat(found(Map.of("index.html", Sources.page()), FORBIDDEN)).isEmpty();
        assertThat(found(Map.of("x.js", "html`<p style=\"x\" onclick='y'>`; p.innerHTML = z"), FORBIDDEN))
                .hasSize(3);
    }

    @Test
    void oneModuleKeepsSettingsAndOneDraftsAndNoneKeepsAnythingElse() {
        assertThat(found(scripts, KEPT)).isNotEmpty().allMatch(Set.of(KEEPS_SETTINGS, KEEPS_DRAFTS)::contains);
    }

    @Test
    void nothingComesFromElsewhere() {
        assertThat(found(Sources.ending(".js", ".css", ".json"), ELSEWHERE)).isEmpty();
        assertThat(found(Map.of("index.html", Sources.page()), ELSEWHERE)).isEmpty();
    }

    @Test
    void nothingPrivateIsUnused() {
        List<String> unused = scripts.entrySet().stream()
                .flatMap(source -> PRIVATE
                        .matcher(source.getValue())
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                        .keySet()
                        .stream()
                        .filter(name -> occurrences(source.getValue(), name) == 1)
                        .map(name -> source.getKey() + ": " + name))
                .toList();

        assertThat(unused).isEmpty();
    }

    @Test
    void scriptsAreSmall() {
        assertThat(scripts)
                .allSatisfy((path, script) ->
                        assertThat(script.lines().count()).as(path).isLessThanOrEqualTo(LONGEST));
    }

    private static long occurrences(String script, String name) {
        return Pattern.compile(Pattern.quote(name) + "\\b")
                .matcher(script)
                .results()
                .count();
    }
}
