package health.miadi.shared.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No library is shipped in a version that is known to be weak, unless it is said why. Works without a network, from a list that is kept here. */
class AdvisoriesTest {
    private static final Path LIST = Path.of("src/test/resources/health/miadi/security/advisories.md");
    private static final Pattern JAR = Pattern.compile(".*/([^/]+)/([^/]+)/\\1-\\2\\.jar");

    /** A weakness of the versions from the first one up to, and without, the second one. */
    private record Advisory(String library, String id, String from, String mended, String reason) {
        static Advisory of(String row) {
            String[] cells = row.split("\\|", -1);
            return new Advisory(
                    cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip());
        }

        String name() {
            return library.substring(library.indexOf(':') + 1);
        }

        boolean concerns(Map<String, String> shipped) {
            String version = Objects.requireNonNull(shipped.get(name()), name());
            return compare(version, from) >= 0 && compare(version, mended) < 0;
        }
    }

    private static List<Advisory> advisories() throws IOException {
        try (Stream<String> lines = Files.lines(LIST)) {
            return lines.filter(line -> line.matches("\\| [a-z.]+[a-z0-9.-]*:.*"))
                    .map(Advisory::of)
                    .toList();
        }
    }

    /** Versions on the class path, by the name of the library. The tests' has all that the WAR's has. */
    private static Map<String, String> shipped() throws IOException {
        Map<String, String> versions = new TreeMap<>();
        for (String name : List.of("META-INF/MANIFEST.MF", "META-INF/maven")) {
            for (URL url :
                    Collections.list(AdvisoriesTest.class.getClassLoader().getResources(name))) {
                Matcher jar = JAR.matcher(url.getPath().replaceFirst("!.*", "").replace("file:", ""));
                if (jar.matches()) {
                    versions.put(jar.group(1), jar.group(2));
                }
            }
        }
        return versions;
    }

    static int compare(String one, String other) {
        List<Integer> left = numbers(one);
        List<Integer> right = numbers(other);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int difference = Integer.compare(i < left.size() ? left.get(i) : 0, i < right.size() ? right.get(i) : 0);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static List<Integer> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : version.split("[.-]")) {
            if (!part.matches("\\d{1,9}")) {
                break;
            }
            numbers.add(Integer.valueOf(part));
        }
        return numbers;
    }

    @Test
    void noShippedVersionIsKnownToBeWeakWithoutAWord() throws IOException {
        Map<String, String> shipped = shipped();
        List<Advisory> all = advisories();
        assertThat(all).hasSizeGreaterThan(10);
        assertThat(all).allSatisfy(advisory -> assertThat(shipped).containsKey(advisory.name()));
        assertThat(all.stream().filter(advisory -> advisory.concerns(shipped)))
                .allSatisfy(advisory ->
                        assertThat(advisory.reason()).as(advisory.id()).isNotEmpty());
        assertThat(all.stream().filter(advisory -> !advisory.reason().isEmpty()))
                .as("a reason that is not needed any more goes")
                .allSatisfy(advisory ->
                        assertThat(advisory.concerns(shipped)).as(advisory.id()).isTrue());
    }

    @Test
    void versionsAreComparedAsNumbers() {
        assertThat(compare("42.7.14", "42.7.2")).isPositive();
        assertThat(compare("2.13.4.2", "2.13.4")).isPositive();
        assertThat(compare("10.5", "10.0.2")).isPositive();
        assertThat(compare("2.20", "2.20.0")).isZero();
    }

    @Test
    void theListHasADay() throws IOException {
        assertThat(Files.readString(LIST)).containsPattern("Gathered on 20\\d\\d-\\d\\d-\\d\\d");
    }
}
