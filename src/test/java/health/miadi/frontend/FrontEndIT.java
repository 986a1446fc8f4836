package health.miadi.frontend;

import static health.miadi.frontend.Visitor.get;
import static health.miadi.frontend.Visitor.header;
import static health.miadi.frontend.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.miadi.testing.browser.Messages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the front end reaches a browser: what it may keep, what it gets compressed, and what may run (R-AUTH-7). */
class FrontEndIT {

    /** What a first page may weigh on its way, in bytes. */
    private static final int LIMIT = 250_000;

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("\"/assets/([0-9a-f]{16})/main\\.js\"");
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private static String page() {
        return text(get("/"));
    }

    private static String name() {
        return find(NAME, page());
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/app", "/app/", "/app/any/deep/path", "/app/visits?day=2026-11-23"})
    void onePageAnswersEveryAddress(String path) {
        HttpResponse<byte[]> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type").replace("; ", ";")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.headers().allValues("Vary")).containsExactlyInAnyOrder("Accept-Language", "Accept-Encoding");
        assertThat(text(answer)).isEqualTo(page()).contains("<title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app/x", "/assets/main.js"})
    void whatABrowserHasIsNotSentAgain(String path) {
        String tag = header(get(path), "ETag");

        HttpResponse<byte[]> answer = get(path, "If-None-Match", "\"other\", W/" + tag);

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "ETag")).isEqualTo(tag);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo(header(get(path), "Content-Security-Policy"));
        assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/main.js", "/assets/lib/pico/css/pico.min.css"})
    void whoeverTakesGzipGetsIt(String path) throws IOException {
        HttpResponse<byte[]> plain = get(path);
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(get(path, "Accept-Encoding", "gzip;q=0, br").body()).isEqualTo(plain.body());

        HttpResponse<byte[]> compressed = get(path, "Accept-Encoding", "br, gzip;q=0.5");

        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(compressed, "Content-Length")).isEqualTo(Integer.toString(compressed.body().length));
        assertThat(compressed.body()).hasSizeLessThan(plain.body().length);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(compressed, "ETag")).isNotEqualTo(header(plain, "ETag"));
    }

    @Test
    void headIsGetWithoutABody() {
        for (String path : List.of("/", "/app/x", "/assets/" + name() + "/main.js")) {
            HttpResponse<byte[]> get = get(path);
            HttpResponse<byte[]> head = Visitor.ask("HEAD", path);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (String name : List.of("ETag", "Content-Type", "Content-Length", "Cache-Control")) {
                assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PROPFIND"})
    void nothingElseCanBeDoneWithIt(String method) {
        for (String path : List.of("/", "/app/x", "/assets/main.js")) {
            HttpResponse<byte[]> answer = Visitor.ask(method, path);
            assertThat(answer.statusCode()).as("%s %s", method, path).isEqualTo(405);
            assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
            assertThat(header(answer, "Allow")).contains("GET", "HEAD");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main.js, text/javascript;charset=UTF-8",
                "style/plain.css, text/css;charset=UTF-8",
                "messages/en/problem.json, application/json",
                "miadi.webmanifest, application/manifest+json",
                "style/miadi-180.png, image/png",
                "lib/lit/index.js, text/javascript;charset=UTF-8",
                "lib/lit/LICENSE, text/plain;charset=UTF-8",
                "lib/pico/LICENSE.md, text/plain;charset=UTF-8",
                "lib/fullcalendar-core/index.global.min.js, text/javascript;charset=UTF-8",
                "lib/chart.js/LICENSE.md, text/plain;charset=UTF-8"
            })
    void aFileUnderItsNameIsKeptForEver(String file) {
        String path = file.split(", ", 2)[0];
        HttpResponse<byte[]> answer = get("/assets/" + name() + "/" + path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "Content-Type").replace("; ", ";")).isEqualToIgnoringCase(file.split(", ", 2)[1]);
        assertThat(get("/assets/" + path).body()).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets",
                "/assets/",
                "/assets/0000000000000000/main.js",
                "/assets/{name}",
                "/assets/{name}/",
                "/assets/{name}/style",
                "/assets/{name}/style/",
                "/assets/{name}/nothing.js",
                "/assets/{name}/{name}/main.js",
                "/assets/{name}/../WEB-INF/web.xml",
                "/assets/{name}/../../WEB-INF/web.xml",
                "/assets/../WEB-INF/web.xml",
                "/assets/{name}/%2e%2e/WEB-INF/web.xml",
                "/assets/{name}/..%2f..%2fWEB-INF%2fweb.xml",
                "/assets/{name}/..%5c..%5cWEB-INF%5cweb.xml",
                "/assets/{name}/%252e%252e/%252e%252e/WEB-INF/web.xml",
                "/assets/{name}/..;/..;/WEB-INF/web.xml",
                "/assets/{name}//WEB-INF/web.xml",
                "/assets/{name}/main.js%00.css",
                "/app/../WEB-INF/web.xml",
                "/WEB-INF/webjars/lit/3.3.2/index.js"
            })
    void whatIsNoFileOfItIsNotFound(String path) {
        HttpResponse<byte[]> answer = get(path.replace("{name}", name()));

        assertThat(answer.statusCode()).as(path).isIn(400, 404);
        if (answer.statusCode() == 404) { // with 400 a server refuses the address before anybody of ours sees it
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        }
        assertThat(text(answer)).doesNotContain("web-app", "servlet", "export");
    }

    @Test
    void onlyWhatStandsInThePageMayRun() {
        String map = find(IMPORT_MAP, page());
        String policy = header(get("/app"), "Content-Security-Policy");

        assertThat(policy)
                .contains("script-src 'self' " + Digests.source(map) + ";")
                .contains("style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';")
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "connect-src 'self'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(header(get("/api-docs/"), "Content-Security-Policy")).doesNotContain("sha256");
        assertThat(header(get("/assets/main.js"), "Content-Security-Policy")).doesNotContain("sha256");
    }

    /** Who puts it on a home screen gets what the manifest names, as large as it says. */
    @Test
    void itCanBePutOnAHomeScreen() throws IOException {
        String address = find(Pattern.compile("rel=\"manifest\" href=\"([^\"]+)\""), page());
        JsonNode manifest = new ObjectMapper().readTree(get(address).body());

        assertThat(manifest.get("icons")).hasSizeGreaterThan(1).allSatisfy(icon -> {
            HttpResponse<byte[]> answer =
                    get(URI.create(address).resolve(icon.get("src").asText()).toString());
            assertThat(header(answer, "Content-Type"))
                    .isEqualTo(icon.get("type").asText());
            if (icon.get("type").asText().equals("image/png")) {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
                assertThat(image.getWidth() + "x" + image.getHeight())
                        .isEqualTo(icon.get("sizes").asText());
            }
        });
        assertThat(get(manifest.get("start_url").asText()).statusCode()).isEqualTo(200);
    }

    @Test
    void whateverThePageNamesIsThere() {
        String page = page();
        Stream<String> mapped = Pattern.compile("\"(/assets/[^\"]+[^/\"])\"")
                .matcher(find(IMPORT_MAP, page))
                .results()
                .map(match -> match.group(1));

        assertThat(Stream.concat(addresses(page), mapped).distinct()).allSatisfy(path -> {
            assertThat(path).startsWith("/assets/" + name() + "/");
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        });
    }

    @Test
    void theFirstModulesComeAtOnceAndAreLight() {
        String page = page();
        String base = "\"/assets/" + name() + "/";
        assertThat(page)
                .contains("<link rel=\"modulepreload\" href=" + base + "main.js\">")
                .contains("<link rel=\"modulepreload\" href=" + base + "lib/lit-html/lit-html.js\">")
                .contains("<link rel=\"modulepreload\" href=" + base + "lib/reactive-element/css-tag.js\">");
        assertThat(page.indexOf("modulepreload")).isGreaterThan(page.indexOf("importmap"));

        int weight = Stream.concat(Stream.of("/"), addresses(page).distinct())
                .mapToInt(path -> get(path, "Accept-Encoding", "gzip").body().length)
                .sum();
        assertThat(weight).isLessThan(LIMIT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sw-KE,sw;q=0.9,en;q=0.8 | sw",
                "fr-FR, en-GB;q=0.7, sw;q=0.6 | en",
                "sw;q=0.2, en;q=0.9 | en",
                "de, fr;q=0.5 | en",
                "tlh-x-\"<script> | en"
            })
    void theFirstTextsComeInTheReadersLanguage(String wanted, String language) {
        HttpResponse<byte[]> answer = get("/app/find", "Accept-Language", wanted);

        String texts = find(
                Pattern.compile("id=\"texts\" data-areas=\"[a-z ]+\" lang=\"" + language + "\">([^<]+)<"),
                text(answer));
        assertThat(texts).contains(Messages.in(language).text("find.welcome"));
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo(header(get("/"), "Content-Security-Policy"));
        assertThat(get("/app/find", "Accept-Language", wanted, "If-None-Match", header(answer, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    private static Stream<String> addresses(String page) {
        return ADDRESS.matcher(page).results().map(match -> match.group(1));
    }
}
