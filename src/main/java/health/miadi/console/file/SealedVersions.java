package health.miadi.console.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.miadi.record.entity.SealedText;
import health.miadi.shared.persistence.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All versions of what a medical record says, encrypted, as its attribute {@code sealed} has them in both storages: a JSON list of
 * objects with id, number, instant and the texts in hexadecimal. An amendment adds one (R-REC-3).
 */
final class SealedVersions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, @Nullable Object>>> LIST = new TypeReference<>() {};
    private static final HexFormat HEX = HexFormat.of();

    private final List<Map<String, @Nullable Object>> versions;

    private SealedVersions(List<Map<String, @Nullable Object>> versions) {
        this.versions = versions;
    }

    /**
     * The versions in that text; none in an empty one.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static SealedVersions of(String text) {
        try {
            return new SealedVersions(text.isEmpty() ? List.of() : JSON.readValue(text, LIST));
        } catch (JsonProcessingException foreign) {
            throw new IllegalArgumentException("must be the sealed versions of a record", foreign);
        }
    }

    /** How many there are; the newest has this number. */
    int count() {
        return versions.size();
    }

    /** The versions and another one. */
    String with(SealedText sealed, Instant writtenAt) {
        Map<String, @Nullable Object> version = new LinkedHashMap<>();
        version.put("id", Ids.next().toString());
        version.put("number", count() + 1);
        version.put("writtenAt", writtenAt.toString());
        version.put("diagnosis", HEX.formatHex(sealed.diagnosis()));
        put(version, "treatment", sealed.treatment());
        put(version, "prescriptions", sealed.prescriptions());
        put(version, "notes", sealed.notes());
        List<Map<String, @Nullable Object>> all = new ArrayList<>(versions);
        all.add(version);
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void put(Map<String, @Nullable Object> version, String name, byte @Nullable [] sealed) {
        version.put(name, sealed == null ? null : HEX.formatHex(sealed));
    }

    /** The newest version, of which there must be one. */
    SealedText newest() {
        byte[] diagnosis = sealed("diagnosis");
        if (diagnosis == null) {
            throw new IllegalArgumentException("must be the sealed versions of a record");
        }
        return new SealedText(diagnosis, sealed("treatment"), sealed("prescriptions"), sealed("notes"));
    }

    /** Whether the newest version says anything there. */
    boolean says(String attribute) {
        return sealed(attribute) != null;
    }

    private byte @Nullable [] sealed(String attribute) {
        Object text =
                versions.isEmpty() ? null : versions.get(versions.size() - 1).get(attribute);
        return text == null ? null : HEX.parseHex(text.toString());
    }
}
