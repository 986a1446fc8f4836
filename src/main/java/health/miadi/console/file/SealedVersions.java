package health.miadi.console.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All versions of what a medical record says, encrypted, as its attribute {@code sealed} keeps them: a JSON list of objects with
 * the number of the version and the texts in Base64. An amendment adds one (R-REC-3).
 */
final class SealedVersions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, Object>>> LIST = new TypeReference<>() {};

    private final List<Map<String, Object>> versions;

    private SealedVersions(List<Map<String, Object>> versions) {
        this.versions = versions;
    }

    /** The versions in that text; none in an empty one, or in one of another kind. */
    static SealedVersions of(String text) {
        try {
            return new SealedVersions(text.isEmpty() ? List.of() : JSON.readValue(text, LIST));
        } catch (JsonProcessingException foreign) {
            return new SealedVersions(List.of());
        }
    }

    /** The number that the next version will have, from 1 on. */
    int next() {
        return versions.size() + 1;
    }

    /** The versions and another one. */
    String with(Map<String, String> sealed) {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("number", next());
        version.putAll(sealed);
        List<Map<String, Object>> all = new ArrayList<>(versions);
        all.add(version);
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the newest version says anything there. */
    boolean says(String attribute) {
        return !versions.isEmpty() && versions.get(versions.size() - 1).containsKey(attribute);
    }
}
