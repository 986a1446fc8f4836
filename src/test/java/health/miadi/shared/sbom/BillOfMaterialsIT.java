package health.miadi.shared.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The WAR says what it is made of, all of it and nothing else. */
@Tag("no-server")
class BillOfMaterialsIT {
    private static final Path WAR = Path.of("target/miadi");

    private final JsonNode bill = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(WAR.resolve("META-INF/sbom/miadi.cdx.json").toFile());
        } catch (IOException absent) {
            throw new IllegalStateException("the WAR has no bill of materials", absent);
        }
    }

    private List<String> named(String begin, String form) {
        return StreamSupport.stream(bill.at("/components").spliterator(), false)
                .filter(one -> one.at("/purl").textValue().startsWith(begin))
                .map(one -> form.formatted(
                        one.at("/name").textValue(), one.at("/version").textValue()))
                .toList();
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void hasEveryJarOfTheWar() throws IOException {
        assertThat(named("pkg:maven/", "%s-%s.jar"))
                .containsExactlyInAnyOrderElementsOf(names(WAR.resolve("WEB-INF/lib")));
    }

    @Test
    void hasWhatBrowsersAreGiven() throws IOException {
        assertThat(named("pkg:npm/", "%s")).contains("swagger-ui", "lit", "core", "pico");
        assertThat(named("pkg:npm/", "%s"))
                .hasSize(names(WAR.resolve("WEB-INF/webjars")).size() + 1);
    }

    @Test
    void isTheSameWhenItIsBuiltAgain() {
        assertThat(bill.at("/specVersion").textValue()).isEqualTo("1.6");
        assertThat(bill.has("serialNumber")).isFalse();
        assertThat(bill.at("/metadata").has("timestamp")).isFalse();
    }
}
