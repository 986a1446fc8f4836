package health.miadi.frontend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import health.miadi.shared.http.AnswerHeaders;
import health.miadi.shared.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one page of the front end, as it is sent: its addresses carry the name of what they lead to, what the first module needs is
 * fetched at once, and the content policy allows what stands in it and nothing else.
 */
final class Shell {
    /** What the addresses of all files begin with, in the page as it is written. */
    static final String ASSETS = "/assets/";

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final String text;
    private final String policy;

    private Shell(String text, String policy) {
        this.text = text;
        this.policy = policy;
    }

    /**
     * Prepares the page.
     *
     * @param html the page as it is written
     * @param name what all files together are called
     * @param preloads the paths below {@code /assets/} of the modules that are needed before anything runs
     */
    static Shell of(String html, String name, Set<String> preloads) {
        String addressed = html.replace('"' + ASSETS, '"' + ASSETS + name + '/');
        Matcher map = IMPORT_MAP.matcher(addressed);
        if (!map.find()) {
            return new Shell(addressed, policy(List.of()));
        }
        var links = new StringBuilder();
        preloads.forEach(path ->
                links.append("\n  <link rel=\"modulepreload\" href=\"%s%s/%s\">".formatted(ASSETS, name, path)));
        // after the import map: a browser takes none once it has begun to load modules
        String complete = addressed.substring(0, map.end()) + links + addressed.substring(map.end());
        return new Shell(complete, policy(List.of(Digests.source(map.group(1)))));
    }

    /** The import map of a page as it is written, by specifier; empty when it has none. */
    static Map<String, String> imports(String html) {
        Matcher map = IMPORT_MAP.matcher(html);
        try {
            JsonNode written = map.find() ? Json.mapper().readTree(map.group(1)).path("imports") : null;
            return Optional.ofNullable(written)
                    .map(imports -> Json.mapper().convertValue(imports, new TypeReference<Map<String, String>>() {}))
                    .orElseGet(Map::of);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("the import map is no JSON", unreadable);
        }
    }

    /** The page as it is sent. */
    Asset page() {
        return new Asset("index.html", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Its {@code Content-Security-Policy}. */
    String policy() {
        return policy;
    }

    /** An empty style may stand in it: the calendar's library fills it by script, which a policy does not mind. */
    private static String policy(List<String> scripts) {
        return AnswerHeaders.contentPolicy(scripts, List.of(Digests.source("")));
    }
}
