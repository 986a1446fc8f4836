package health.miadi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.ApplicationPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in {@code deploy} about Miadi is true of Miadi: its paths, and the names of its settings. */
class DeploymentFilesTest {
    private static final Path DEPLOY = Path.of("deploy");
    private static final Pattern SETTING = Pattern.compile("\\bMIADI_[A-Z_]+");

    @Test
    void proxiesLetInEveryPathOfTheApplication() throws IOException {
        for (String path : pathsOfTheApplication()) {
            assertThat(path).matches(haProxyLetsIn()).matches(nginxLetsIn());
            assertThat(isLetInByTheIngress(path)).as(path).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/ready",
                "//health",
                "/;/health",
                "/metrics",
                "/operator/metrics",
                "/%68ealth",
                "/./health",
                "/apix"
            })
    void proxiesLetInNothingElse(String path) throws IOException {
        assertThat(path).doesNotMatch(haProxyLetsIn()).doesNotMatch(nginxLetsIn());
        assertThat(isLetInByTheIngress(path)).isFalse();
    }

    /** HAProxy passes it on where nothing is said, and then whatever comes on that connection; nginx does not (R-AUTH-14). */
    @Test
    void proxiesPassOnNoOtherProtocol() throws IOException {
        assertThat(Files.readString(DEPLOY.resolve("haproxy/haproxy.cfg"))).contains("http-request del-header Upgrade");
        assertThat(Files.readString(DEPLOY.resolve("nginx/miadi.conf"))).doesNotContain("$http_upgrade");
    }

    /** What people search for, names and diagnoses, stands in queries (finding M12). */
    @Test
    void proxiesLogNoQueries() throws IOException {
        String haProxy = Files.readString(DEPLOY.resolve("haproxy/haproxy.cfg"));
        String nginx = Files.readString(DEPLOY.resolve("nginx/miadi.conf"));
        assertThat(haProxy).contains("log-format ").doesNotContain("option httplog", "%HU", "%HQ", "%r\"", "%{+Q}r");
        assertThat(nginx)
                .containsPattern("access_log \\S+ miadi;")
                .doesNotContainPattern("log_format[^;]*\\$(request|request_uri|args|query_string|http_referer)\\b");
    }

    @Test
    void settingsThatAreNamedThereAreSettings() throws IOException {
        Set<String> known = new TreeSet<>();
        known.addAll(settingsIn(Path.of("docs/configuration.md")));
        for (String script : List.of("payara-micro/run", "payara-server/run")) {
            known.addAll(settingsIn(DEPLOY.resolve(script)));
        }
        try (Stream<Path> files = Files.walk(DEPLOY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(known).as(file.toString()).containsAll(settingsIn(file));
            }
        }
    }

    /** One path of each kind that a servlet or a resource answers to the world. */
    private static Set<String> pathsOfTheApplication() {
        Set<String> paths = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("health.miadi")) {
            type.tryGetAnnotationOfType(WebServlet.class)
                    .ifPresent(servlet -> Stream.of(servlet.value(), servlet.urlPatterns())
                            .flatMap(Stream::of)
                            .forEach(paths::add));
            type.tryGetAnnotationOfType(ApplicationPath.class)
                    .ifPresent(application -> paths.add(application.value() + "/*"));
        }
        assertThat(paths).contains("/api/v1/*", "/app/*");
        return paths.stream()
                .filter(path -> !path.equals("/problem-error-page") && !path.startsWith("/operator/"))
                .map(path -> path.isEmpty() ? "/" : path.replace("*", "x/y.z"))
                .collect(Collectors.toSet());
    }

    private static String haProxyLetsIn() throws IOException {
        return only("haproxy/haproxy.cfg", "unless \\{ path -m reg (\\S+) }").replace("\\.", "[.]");
    }

    private static String nginxLetsIn() throws IOException {
        return only("nginx/miadi.conf", "location ~ \"([^\"]+)\"");
    }

    private static boolean isLetInByTheIngress(String path) throws IOException {
        return all("kubernetes/miadi.yaml", "\\{path: (\\S+), pathType: (\\w+)")
                .anyMatch(rule -> rule.group(2).equals("Exact")
                        ? path.equals(rule.group(1))
                        : path.equals(rule.group(1)) || path.startsWith(rule.group(1) + "/"));
    }

    private static String only(String file, String pattern) throws IOException {
        return all(file, pattern).map(found -> found.group(1)).collect(Collectors.joining("|"));
    }

    private static Stream<MatchResult> all(String file, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(text(DEPLOY.resolve(file)));
        assertThat(matcher.find()).as(file + " has " + pattern).isTrue();
        return matcher.reset().results().toList().stream();
    }

    private static Set<String> settingsIn(Path file) throws IOException {
        return SETTING.matcher(text(file)).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
