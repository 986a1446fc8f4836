package health.miadi.frontend;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The modules that a browser has to have before the first one runs: whatever {@code import … from} and
 * {@code export … from} reach. What {@code import()} loads later is none of them.
 *
 * <p>Paths are relative to {@code /assets/}.
 */
final class ImportClosure {
    /** A statement begins a line or follows another one; that leaves out comments and text. */
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:^|;)\\s*(?:import|export)\\s*(?:[\\w$*{},\\s]+?\\bfrom|[\\w$*{},\\s]*[*}]\\s*from|)\\s*"
                    + "(?:\"([^\"\\n]+)\"|'([^'\\n]+)')",
            Pattern.MULTILINE);

    private final Map<String, String> imports;
    private final Function<String, Optional<String>> sources;

    /**
     * Follows imports in the modules that {@code sources} knows by their path.
     *
     * @param imports the import map: what bare names, or beginnings of them that end with a slash, stand for
     */
    ImportClosure(Map<String, String> imports, Function<String, Optional<String>> sources) {
        this.imports = Map.copyOf(imports);
        this.sources = sources;
    }

    /** The module itself and all that it needs, in the order in which they are come upon; what is not there is left out. */
    Set<String> of(String module) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(Set.of(module));
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            Optional<String> source = sources.apply(path);
            if (source.isPresent() && found.add(path)) {
                specifiers(source.get())
                        .forEach(specifier -> resolve(specifier, path).ifPresent(waiting::add));
            }
        }
        return found;
    }

    /** What a module imports statically, as it is written there. */
    static Set<String> specifiers(String source) {
        Set<String> specifiers = new LinkedHashSet<>();
        Matcher statement = STATEMENT.matcher(source);
        while (statement.find()) {
            specifiers.add(Optional.ofNullable(statement.group(1)).orElseGet(() -> statement.group(2)));
        }
        return specifiers;
    }

    /** The path that a specifier in that module means, if it is one of ours. */
    Optional<String> resolve(String specifier, String module) {
        if (specifier.startsWith("./") || specifier.startsWith("../")) {
            return Optional.of(URI.create(module).resolve(specifier).toString());
        }
        return mapped(specifier)
                .filter(address -> address.startsWith(Shell.ASSETS))
                .map(address -> address.substring(Shell.ASSETS.length()));
    }

    private Optional<String> mapped(String specifier) {
        return imports.keySet().stream()
                .filter(name -> name.equals(specifier) || (name.endsWith("/") && specifier.startsWith(name)))
                .max(Comparator.comparingInt(String::length))
                .map(name -> imports.get(name) + specifier.substring(name.length()));
    }
}
