package health.miadi.testing.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The front end's texts in one language, as its catalogues have them. */
public final class Messages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path catalogues;

    private Messages(Path catalogues) {
        this.catalogues = catalogues;
    }

    /** Those of {@code en} or {@code sw}. */
    public static Messages in(String language) {
        return new Messages(Path.of(System.getProperty("basedir", ""), "src/main/webapp/assets/messages", language)
                .toAbsolutePath());
    }

    /**
     * The text of a message, its placeholders unfilled.
     *
     * @throws IllegalArgumentException if there is none with that key
     */
    public String text(String key) {
        Path catalogue = catalogues.resolve(key.substring(0, key.indexOf('.')) + ".json");
        try {
            JsonNode text = JSON.readTree(catalogue.toFile()).path(key);
            if (!text.isTextual()) {
                throw new IllegalArgumentException(key + " is not in " + catalogue);
            }
            return text.textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
