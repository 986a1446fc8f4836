package health.miadi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each file of {@code deploy} is taken by the program that it is for, but for what it tells its reader to change.
 *
 * <p>Without the program a test is skipped and says which is missing, unless {@code MIADI_DEPLOY_REQUIRED} is {@code true}, as in CI.
 */
class DeploymentToolsTest {
    private static final Path DEPLOY = Path.of("deploy").toAbsolutePath();

    @TempDir
    Path work;

    private Path certificate;

    @BeforeEach
    void nameTheCertificate() {
        certificate = work.resolve("miadi.pem");
    }

    @Test
    void haProxyTakesItsFile() throws Exception {
        Tool haProxy = Tool.ofDebian("haproxy", "haproxy");
        makeCertificate();
        Path file = Files.writeString(
                work.resolve("haproxy.cfg"),
                read("haproxy/haproxy.cfg").replace("/etc/haproxy/miadi.pem", certificate.toString()));

        assertThat(haProxy.passes(work, "-c", "-f", file)).doesNotContain("[WARNING]", "[ALERT]");
    }

    @Test
    void nginxTakesItsFile() throws Exception {
        Tool nginx = Tool.ofDebian("nginx", "nginx");
        makeCertificate();
        // it opens its ports to look whether it can
        Path site = Files.writeString(
                work.resolve("site.conf"),
                read("nginx/miadi.conf")
                        .replaceAll("/etc/nginx/miadi\\.(crt|key)", certificate.toString())
                        .replace("/var/log/nginx/miadi.log", work + "/access.log")
                        .replace("listen 80;", "listen unix:" + work + "/plain;")
                        .replace("listen 443 ssl http2;", "listen unix:" + work + "/tls ssl http2;"));
        Path file = Files.writeString(work.resolve("nginx.conf"), """
                pid %1$s/pid;
                error_log stderr;
                events {}
                http {
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  include %2$s;
                }
                """.formatted(work, site));

        assertThat(nginx.passes(work, "-t", "-p", work, "-c", file)).doesNotContain("[warn]", "[emerg]");
    }

    @Test
    void systemdTakesTheUnit() throws Exception {
        Tool systemd = Tool.ofDebian("systemd-analyze", "systemd");
        Path file = Files.writeString(
                work.resolve("miadi.service"),
                read("systemd/miadi.service").replace("ExecStart=/opt/miadi/run", "ExecStart=/bin/true"));

        assertThat(systemd.passes(work, "verify", "--man=no", file)).isEmpty();
    }

    @Test
    void prometheusTakesTheAlertsAndTheConfigurationOfTheManual() throws Exception {
        Tool promtool = Tool.ofDebian("promtool", "prometheus");
        Files.copy(DEPLOY.resolve("observability/prometheus-alerts.yml"), work.resolve("prometheus-alerts.yml"));
        Files.writeString(work.resolve("metrics.token"), "a token that nobody has");
        var configuration = Pattern.compile("```yaml\n(rule_files:.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/operating.md")));
        assertThat(configuration.find()).isTrue();
        Files.writeString(work.resolve("prometheus.yml"), configuration.group(1));

        assertThat(promtool.passes(work, "check", "config", "prometheus.yml"))
                .contains(" rules found")
                .doesNotContain("FAILED");
    }

    @Test
    void theLinterOfContainerFilesFindsNothing() throws Exception {
        Tool linter = Tool.ofNpm("dockerfile-utils", "bin/dockerfile-utils");
        Path file = Files.copy(DEPLOY.resolve("container/Containerfile"), work.resolve("Containerfile"));

        assertThat(linter.passes(work, "lint", file)).isBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy/payara-micro/prepare",
                "deploy/payara-micro/run",
                "deploy/payara-server/run",
                "deploy/container/roles.sh",
                "bin/miadi",
                "bin/clients",
                ".ci/run",
                ".ci/clients"
            })
    void theLinterOfShellScriptsFindsNothing(String script) throws Exception {
        Tool linter = Tool.ofDebian("shellcheck", "shellcheck");

        assertThat(linter.passes(work, "--severity=warning", Path.of(script).toAbsolutePath()))
                .isEmpty();
    }

    /** The keys' and the certificate's places are the reader's; here one file has both. */
    private void makeCertificate() throws IOException, InterruptedException {
        Path key = work.resolve("key");
        Path alone = work.resolve("crt");
        Tool.ofDebian("openssl", "openssl")
                .passes(
                        work,
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=clinic.example.org",
                        "-keyout",
                        key,
                        "-out",
                        alone);
        Files.writeString(certificate, Files.readString(alone) + Files.readString(key));
    }

    private static String read(String file) throws IOException {
        return Files.readString(DEPLOY.resolve(file), StandardCharsets.UTF_8);
    }
}
