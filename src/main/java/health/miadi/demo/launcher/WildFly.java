package health.miadi.demo.launcher;

import health.miadi.shared.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * WildFly, as the Maven profile {@code run-on-wildfly} provisions it.
 *
 * <p>The home keeps a copy of it that was told what Miadi asks for; a run has its own copy of what a server writes. An archive of classes
 * would not help: those of modules cannot be in it.
 *
 * @param provisioned the directory that Maven made
 * @param settings a script of WildFly's command line
 */
record WildFly(Path provisioned, Path war, Path settings) implements ServerMake {
    private static final int NAME_BYTES = 8;
    private static final int SETTING_UP_LIMIT_MINUTES = 5;
    private static final String CONFIGURATION = "standalone/configuration/standalone.xml";
    private static final String LOGGING = "configuration/logging.properties";
    private static final Pattern STARTED = Pattern.compile("WFLYSRV002[56]");
    private static final String SCRIPT_WITH_OPTIONS = "bin/common.sh";
    private static final Pattern MODULE_OPTION =
            Pattern.compile("--add-(?:exports|opens)=[\\w.]+/[\\w.]+=ALL-UNNAMED|--add-modules=java\\.se");

    @Override
    public String title() {
        return "WildFly";
    }

    @Override
    public Prepared prepare(MiadiHome home, int port) throws IOException {
        Path installation = keep(home);
        Path instance = home.scratch().resolve("wildfly");
        PrivateFiles.copyTree(installation.resolve("standalone"), instance);
        Files.copy(war, instance.resolve("deployments/miadi.war"));
        Path modules = installation.resolve("jboss-modules.jar");
        int healthPort = LoopbackPort.free();
        return new Prepared(
                ServerJvm.of(moduleOptions(installation), List.of(modules)),
                List.of(
                        "-Djava.net.preferIPv4Stack=true",
                        "-Dorg.jboss.logmanager.nocolor=true",
                        "-Dorg.jboss.boot.log.file=" + instance.resolve("log/server.log"),
                        "-Dlogging.configuration=" + instance.resolve(LOGGING).toUri()),
                "org.jboss.modules.Main",
                List.of(
                        "-mp",
                        installation.resolve("modules").toString(),
                        "org.jboss.as.standalone",
                        "-Djboss.home.dir=" + installation,
                        "-Djboss.server.base.dir=" + instance,
                        "-b",
                        "127.0.0.1",
                        "-bmanagement",
                        "127.0.0.1",
                        "-Djboss.http.port=" + port,
                        "-Djboss.https.port=" + LoopbackPort.free(),
                        "-Djboss.management.http.port=" + healthPort),
                healthPort,
                Optional.of(STARTED),
                Optional.empty());
    }

    /** The copy of the home, made anew for another version of WildFly and for other settings. */
    private Path keep(MiadiHome home) throws IOException {
        for (String part : new String[] {"jboss-modules.jar", CONFIGURATION, SCRIPT_WITH_OPTIONS}) {
            if (!Files.exists(provisioned.resolve(part))) {
                throw new LaunchRefusal("The WildFly in " + provisioned + " is incomplete (" + part
                        + " is missing): delete it, and run the command again.");
            }
        }
        Path parent = home.wildFlyPrograms();
        Path kept = parent.resolve(identity());
        if (!Files.isDirectory(kept)) {
            PrivateFiles.deleteTree(parent);
            PrivateFiles.makeDirectory(parent);
            Path unfinished = parent.resolve("unfinished");
            PrivateFiles.copyTree(provisioned, unfinished);
            setUp(unfinished, home.scratch());
            PrivateFiles.moveWhole(unfinished, kept);
        }
        return kept;
    }

    private String identity() throws IOException {
        String made = provisioned.getFileName() + "\n" + Files.readString(provisioned.resolve(CONFIGURATION)) + "\n"
                + Files.readString(settings);
        return HexFormat.of().formatHex(Sha256.of(made), 0, NAME_BYTES);
    }

    private void setUp(Path installation, Path scratch) throws IOException {
        Path log = scratch.resolve("setting-up.log");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", installation.resolve("bin/jboss-cli.sh").toString(), "--file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JBOSS_HOME", installation.toString());
        Process settingUp = builder.start();
        try {
            if (!settingUp.waitFor(SETTING_UP_LIMIT_MINUTES, TimeUnit.MINUTES) || settingUp.exitValue() != 0) {
                throw new IOException("WildFly could not be set up in " + installation + "; " + log + " tells why");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while WildFly was set up", e);
        } finally {
            settingUp.descendants().forEach(ProcessHandle::destroyForcibly);
            settingUp.destroyForcibly();
        }
        // of the server that ran to be set up
        for (String left : new String[] {"log", "data", "tmp", "configuration/standalone_xml_history"}) {
            PrivateFiles.deleteTree(installation.resolve("standalone").resolve(left));
        }
        // it names that server's files
        Path logging = Path.of("standalone").resolve(LOGGING);
        Files.copy(provisioned.resolve(logging), installation.resolve(logging), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Those that WildFly's own script gives to its virtual machine. */
    private static List<String> moduleOptions(Path installation) throws IOException {
        String script = Files.readString(installation.resolve(SCRIPT_WITH_OPTIONS), StandardCharsets.UTF_8);
        return MODULE_OPTION
                .matcher(script)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
