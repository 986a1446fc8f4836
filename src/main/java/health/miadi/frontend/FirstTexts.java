package health.miadi.frontend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.miadi.shared.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that a first page shows, sent within it in the language that its reader's browser asks for: nobody waits for another
 * round of requests before there is something to read.
 *
 * <p>The page says where and which areas: {@code <script type="application/json" id="texts" data-areas="…">}. What has a type of data does
 * not run, and no content policy minds it.
 */
final class FirstTexts {
    /** What a browser gets that speaks none of the languages. */
    static final String DEFAULT_LANGUAGE = "en";

    private static final Pattern CATALOGUE = Pattern.compile("messages/([a-z]+)/[^/]+\\.json");
    private static final Pattern PLACE =
            Pattern.compile("(<script type=\"application/json\" id=\"texts\" data-areas=\"([a-z ]+)\")></script>");

    private FirstTexts() {}

    /** The languages that there are catalogues of. */
    static SortedSet<String> languages(Map<String, byte[]> files) {
        SortedSet<String> languages = new TreeSet<>();
        for (String path : files.keySet()) {
            Matcher catalogue = CATALOGUE.matcher(path);
            if (catalogue.matches()) {
                languages.add(catalogue.group(1));
            }
        }
        return languages;
    }

    /**
     * The page with the texts of one language.
     *
     * @param files the catalogues, by their path below {@code /assets/}
     * @throws IllegalStateException if an area has no catalogue
     */
    static String into(String html, String language, Map<String, byte[]> files) {
        Matcher place = PLACE.matcher(html);
        if (!place.find()) {
            return html;
        }
        ObjectNode texts = Json.mapper().createObjectNode();
        for (String area : place.group(2).split(" ")) {
            texts.setAll(catalogue("messages/" + language + '/' + area + ".json", files));
        }
        // within an element of HTML only its end would be taken for more than text
        String json = texts.toString().replace("<", "\\u003c");
        return html.substring(0, place.start())
                + place.group(1) + " lang=\"" + language + "\">" + json + "</script>"
                + html.substring(place.end());
    }

    /** The first of a browser's languages, by its own order, that there is. */
    static String chosen(Enumeration<Locale> wanted, Set<String> languages) {
        return Collections.list(wanted).stream()
                .map(Locale::getLanguage)
                .filter(languages::contains)
                .findFirst()
                .orElse(DEFAULT_LANGUAGE);
    }

    private static ObjectNode catalogue(String path, Map<String, byte[]> files) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new IllegalStateException("there are no texts " + path);
        }
        try {
            return Json.mapper().readValue(new String(content, StandardCharsets.UTF_8), ObjectNode.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(path + " is no JSON object", unreadable);
        }
    }
}
