package health.miadi.frontend;

import com.google.javascript.jscomp.AbstractCommandLineRunner;
import com.google.javascript.jscomp.BlackHoleErrorManager;
import com.google.javascript.jscomp.CheckLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.DiagnosticGroup;
import com.google.javascript.jscomp.DiagnosticGroups;
import com.google.javascript.jscomp.JSError;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.deps.ModuleLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the Closure Compiler says about modules, of which it makes nothing: syntax, names that nobody declared or exports, what is
 * declared twice, assigned to constants, unreachable or without effect. Unused imports are looked for besides.
 *
 * <p>It is given the modules in the form that it knows: private members get plain names, the {@code await} of a module's own
 * statements is left out, and bare names are replaced by what the import map says. Lines stay where they are.
 */
final class ScriptCheck {
    private static final List<DiagnosticGroup> GROUPS = List.of(
            DiagnosticGroups.CHECK_USELESS_CODE,
            DiagnosticGroups.CHECK_VARIABLES,
            DiagnosticGroups.CONST,
            DiagnosticGroups.DUPLICATE_VARS,
            DiagnosticGroups.MODULE_LOAD,
            DiagnosticGroups.MISSING_SOURCES_WARNINGS,
            DiagnosticGroups.SUSPICIOUS_CODE,
            DiagnosticGroups.UNDEFINED_VARIABLES,
            DiagnosticGroups.UNUSED_LOCAL_VARIABLE);

    /** What no group names: the grammar, and exports that are not there. */
    private static final Set<String> NEVER_ALLOWED = Set.of("JSC_PARSE_ERROR", "JSC_DOES_NOT_HAVE_EXPORT");

    /** The types of people's data are not written down in these scripts, and some groups mind. */
    private static final Set<String> OF_TYPES =
            Set.of("JSC_UNKNOWN_EXPR_TYPE", "JSC_INEXISTENT_PROPERTY", "JSC_POSSIBLE_INEXISTENT_PROPERTY");

    /** What libraries and younger browsers have that the compiler has not heard of. */
    private static final String MORE = "var "
            + String.join(
                    "; var ",
                    List.of(
                            "FullCalendar",
                            "navigation",
                            "reportError",
                            "addEventListener",
                            "removeEventListener",
                            "dispatchEvent",
                            "scrollX",
                            "scrollY",
                            "scrollTo",
                            "scrollBy",
                            "matchMedia",
                            "localStorage",
                            "getComputedStyle",
                            "innerWidth",
                            "innerHeight",
                            "requestAnimationFrame",
                            "cancelAnimationFrame",
                            "history",
                            "queueMicrotask"))
            + ";";

    private static final Pattern SPECIFIER =
            Pattern.compile("((?<=[\\s}*])from\\s*|\\bimport\\s*\\(?\\s*)(['\"])([^'\"./][^'\"]*)\\2");
    private static final Pattern PRIVATE =
            Pattern.compile("(?m)(^ *(?:static |async |get |set |\\* ?)*|[.(!{;] *)#(?=[a-zA-Z_])");
    private static final Pattern AWAIT = Pattern.compile("(?m)^((?:const|let|export const) [^=]+= )?await ");
    private static final Pattern IMPORTED = Pattern.compile("(?s)(?:^|\\n)import\\s+([^'\"]+?)\\s+from");

    private final ImportClosure imports;

    ScriptCheck(Map<String, String> importMap) {
        imports = new ImportClosure(importMap, path -> Optional.empty());
    }

    /** What is wrong in these modules, each with its path, and its line where that is known. */
    Set<String> faults(Map<String, String> modules, Map<String, String> libraries) {
        Set<String> faults = new TreeSet<>();
        Compiler compiler = compiled(modules, libraries);
        Stream.concat(compiler.getErrors().stream(), compiler.getWarnings().stream())
                .filter(error -> isOf(modules, error))
                .forEach(
                        error -> faults.add(path(error) + ":" + error.getLineNumber() + ": " + error.getDescription()));
        modules.forEach(
                (path, module) -> unusedImports(module).forEach(name -> faults.add(path + ": " + name + " is unused")));
        return faults;
    }

    private Compiler compiled(Map<String, String> modules, Map<String, String> libraries) {
        List<SourceFile> sources = new ArrayList<>();
        libraries.forEach((path, text) -> {
            if (text.contains("export")) {
                sources.add(SourceFile.fromCode('/' + path, known(text, path)));
            }
        });
        modules.forEach((path, text) -> sources.add(SourceFile.fromCode('/' + path, known(text, path))));
        var compiler = new Compiler();
        compiler.setErrorManager(new BlackHoleErrorManager());
        try {
            List<SourceFile> externs =
                    new ArrayList<>(AbstractCommandLineRunner.getBuiltinExterns(CompilerOptions.Environment.BROWSER));
            externs.add(SourceFile.fromCode("more-externs.js", MORE));
            compiler.compile(externs, sources, options());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compiler;
    }

    private static CompilerOptions options() {
        var options = new CompilerOptions();
        options.setChecksOnly(true);
        options.setLanguageIn(CompilerOptions.LanguageMode.UNSTABLE);
        options.setLanguageOut(CompilerOptions.LanguageMode.NO_TRANSPILE);
        options.setModuleResolutionMode(ModuleLoader.ResolutionMode.BROWSER);
        options.setAllowDynamicImport(true);
        options.setChunkOutputType(CompilerOptions.ChunkOutputType.ES_MODULES);
        options.setCheckSymbols(true);
        options.setCheckSuspiciousCode(true);
        GROUPS.forEach(group -> options.setWarningLevel(group, CheckLevel.WARNING));
        options.setCheckTypes(false);
        return options;
    }

    private String known(String module, String path) {
        String resolved = SPECIFIER
                .matcher(module)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1)
                        + match.group(2)
                        + imports.resolve(match.group(3), path)
                                .map(found -> '/' + found)
                                .orElse("/" + match.group(3))
                        + match.group(2)));
        String named = PRIVATE.matcher(resolved).replaceAll("$1_");
        return AWAIT.matcher(named).replaceAll("$1");
    }

    private static Set<String> unusedImports(String module) {
        Set<String> unused = new TreeSet<>();
        IMPORTED.matcher(module)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split("[{},\\s]+")))
                .filter(name -> name.matches("[\\w$]+") && !name.equals("as"))
                .filter(name -> Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
                                .matcher(module)
                                .results()
                                .count()
                        == 1)
                .forEach(unused::add);
        return unused;
    }

    private static boolean isOf(Map<String, String> modules, JSError error) {
        return modules.containsKey(path(error))
                && !OF_TYPES.contains(error.getType().key)
                && (NEVER_ALLOWED.contains(error.getType().key)
                        || GROUPS.stream().anyMatch(group -> group.matches(error.getType())));
    }

    private static String path(JSError error) {
        return Objects.toString(error.getSourceName(), "").replaceFirst("^/", "");
    }
}
