package health.miadi.testing.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Payara Micro, from the jar on the tests' class path. */
final class PayaraMicro implements ServerKind {

    @Override
    public String name() {
        return "payara";
    }

    @Override
    public List<String> prepare(Path war, int port, Path home) throws IOException {
        return List.of(
                Processes.java(),
                compiler(),
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-Djava.io.tmpdir=" + Files.createDirectory(home.resolve("tmp")),
                "-jar",
                jar(),
                "--nohazelcast",
                "--rootdir",
                home.resolve("root").toString(),
                "--prebootcommandfile",
                BuildOutput.path("../payara/pre-boot.asadmin").normalize().toString(),
                "--port",
                Integer.toString(port),
                "--deploy",
                war.toString(),
                "--contextroot",
                "/");
    }

    @Override
    public boolean saysDeployed(String line) {
        return line.contains(" was successfully deployed in ");
    }

    @Override
    public boolean saysStarted(String line) {
        return line.contains("Payara Micro ") && line.contains(" ready in ");
    }

    /** The quick compiler, which makes a suite short; measurements ask for the {@code full} one of production. */
    private static String compiler() {
        boolean full = System.getProperty("miadi.testing.compiler", "quick").equals("full");
        return full ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1";
    }

    private static String jar() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith("payara-micro-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("payara-micro is not on the class path of the tests"));
    }
}
