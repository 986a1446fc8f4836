package health.miadi.frontend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong with catalogues of messages ({@code messages/<language>/<area>.json}) and with the scripts that show them. A text is
 * a string, or an object with a string for each plural category (Intl.PluralRules).
 */
final class Catalogues {
    private static final List<String> LANGUAGES = List.of("en", "sw");

    /** What CLDR has for both languages. */
    private static final Set<String> PLURALS = Set.of("one", "other");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, SortedMap<String, JsonNode>> texts = new TreeMap<>();
    private final SortedSet<String> areas = new TreeSet<>();
    private final Set<String> faults = new LinkedHashSet<>();

    /** Reads catalogues by their path. */
    Catalogues(Map<String, String> files) {
        LANGUAGES.forEach(this::of);
        files.forEach((path, json) -> {
            String[] parts = path.split("[/.]", 4);
            areas.add(parts[2]);
            read(path, json).properties().forEach(entry -> {
                faultIf(
                        !entry.getKey().startsWith(parts[2] + "."),
                        path + ": " + entry.getKey() + " is of another area");
                of(parts[1]).put(entry.getKey(), entry.getValue());
            });
        });
    }

    /** Every key there is in any language. */
    Set<String> keys() {
        return texts.values().stream().flatMap(all -> all.keySet().stream()).collect(Collectors.toSet());
    }

    /** Where the languages differ, and texts that are no texts. */
    Set<String> faults(Set<String> sameInBoth) {
        for (String key : new TreeSet<>(keys())) {
            JsonNode english = of("en").get(key);
            JsonNode swahili = of("sw").get(key);
            if (english == null || swahili == null) {
                faults.add(key + " is missing in " + (english == null ? "en" : "sw"));
                continue;
            }
            faultIf(isEmpty(english) || isEmpty(swahili), key + " is empty");
            faultIf(english.isObject() != swahili.isObject(), key + " has plurals in one language");
            faultIf(!pluralsAreWhole(english) || !pluralsAreWhole(swahili), key + " needs the plurals one and other");
            faultIf(!placeholders(english).equals(placeholders(swahili)), key + " has other placeholders");
            faultIf(
                    english.equals(swahili) && hasWords(english) && !sameInBoth.contains(key),
                    key + " is not translated");
        }
        return faults;
    }

    /** Keys that scripts name and nobody wrote, keys that nobody names, and keys that are made up while running. */
    Set<String> faultsOfUse(Map<String, String> scripts) {
        Set<String> use = new LinkedHashSet<>();
        Set<String> named = new TreeSet<>();
        String area = "(?:" + String.join("|", areas) + ")";
        Pattern literal = Pattern.compile("['\"](" + area + "\\.[\\w.-]+)['\"]");
        Pattern family = Pattern.compile("`(" + area + "\\.(?:[\\w-]+\\.)*)\\$\\{[^}]*}`");
        Pattern called = Pattern.compile("(?<![\\w.])t\\(\\s*(`[^`]*`|['\"][^'\"]*['\"])");
        scripts.forEach((path, script) -> {
            literal.matcher(script).results().map(match -> match.group(1)).forEach(key -> {
                named.add(key);
                faultOf(use, !keys().contains(key), path + ": " + key + " is not written");
            });
            family.matcher(script).results().map(match -> match.group(1)).forEach(beginning -> {
                Set<String> members =
                        keys().stream().filter(key -> key.startsWith(beginning)).collect(Collectors.toSet());
                faultOf(use, members.isEmpty(), path + ": nothing begins with " + beginning);
                named.addAll(members);
            });
            called.matcher(script)
                    .results()
                    .map(match -> match.group(1))
                    .filter(key -> !literal.matcher(key).matches()
                            && !family.matcher(key).matches())
                    .forEach(key -> use.add(path + ": t(" + key + ") is of no area"));
        });
        new TreeSet<>(keys()).forEach(key -> faultOf(use, !named.contains(key), key + " is not used"));
        return use;
    }

    /** Words that have no text below that key, in either language. */
    Set<String> missing(String beginning, Collection<String> words) {
        return words.stream()
                .map(word -> beginning + word)
                .filter(key -> texts.values().stream().anyMatch(language -> !language.containsKey(key)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedMap<String, JsonNode> of(String language) {
        return texts.computeIfAbsent(language, unknown -> new TreeMap<>());
    }

    private static JsonNode read(String path, String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(path + " is no JSON", e);
        }
    }

    private static boolean isEmpty(JsonNode text) {
        return text.isObject()
                ? text.isEmpty() || text.valueStream().anyMatch(Catalogues::isEmpty)
                : text.asText().isBlank();
    }

    private static boolean hasWords(JsonNode text) {
        return PLACEHOLDER.matcher(text.toString()).replaceAll("").codePoints().anyMatch(Character::isLetter);
    }

    private static boolean pluralsAreWhole(JsonNode text) {
        return !text.isObject()
                || text.propertyStream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet())
                        .equals(PLURALS);
    }

    /** "One" may leave its number out, and say it in words. */
    private static Set<String> placeholders(JsonNode text) {
        return PLACEHOLDER
                .matcher(text.toString())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private void faultIf(boolean wrong, String what) {
        faultOf(faults, wrong, what);
    }

    private static void faultOf(Set<String> faults, boolean wrong, String what) {
        if (wrong) {
            faults.add(what);
        }
    }
}
