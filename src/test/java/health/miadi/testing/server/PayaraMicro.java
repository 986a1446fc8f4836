package health.miadi.testing.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<String> command = new ArrayList<>(List.of(Processes.java()));
        command.addAll(compiler());
        command.addAll(List.of(
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
                "/"));
        return command;
    }

    @Override
    public boolean saysDeployed(String line) {
        return line.contains(" was successfully deployed in ");
    }

    @Override
    public boolean saysStarted(String line) {
        return line.contains("Payara Micro ") && line.contains(" ready in ");
    }

    /**
     * Compiles quickly, which makes a suite short, and thoroughly only what is hottest by far: the hashing of passwords,
     * which takes five times as long otherwise. Measurements ask for the {@code full} compiler of production.
     */
    private static List<String> compiler() {
        boolean full = System.getProperty("miadi.testing.compiler", "quick").equals("full");
        return full
                ? List.of()
                : List.of(
                        "-XX:Tier4InvocationThreshold=100000",
                        "-XX:Tier4MinInvocationThreshold=100000",
                        "-XX:Tier4CompileThreshold=200000",
                        "-XX:Tier4BackEdgeThreshold=1000000");
    }

    private static String jar() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith("payara-micro-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("payara-micro is not on the class path of the tests"));
    }
}
