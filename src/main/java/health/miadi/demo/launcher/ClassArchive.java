package health.miadi.demo.launcher;

import health.miadi.shared.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The server's classes, read and verified, in a file that its virtual machine maps into memory (class data sharing), so that a
 * start need not do that again (ADR 0034).
 *
 * <p>It is made for one virtual machine and one class path; its name tells for which, so another is never taken for it. A
 * server that runs without one notes its classes, and once it is ready the archive for the next start is made beside it.
 */
final class ClassArchive {
    private static final String SUFFIX = ".jsa";
    private static final int NAME_BYTES = 8;

    private final ServerJvm jvm;
    private final Path file;
    private final MiadiHome home;

    ClassArchive(ServerJvm jvm, MiadiHome home) {
        this.jvm = jvm;
        this.file = home.serverPrograms().resolve("classes-" + identity(jvm) + SUFFIX);
        this.home = home;
    }

    private static String identity(ServerJvm jvm) {
        List<String> made = new ArrayList<>(jvm.command(List.of(), List.of()));
        made.add(System.getProperty("java.vm.version"));
        return HexFormat.of().formatHex(Sha256.of(String.join("\n", made)), 0, NAME_BYTES);
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Uses the archive, or notes the classes that one should hold. */
    List<String> options() {
        return List.of(exists() ? "-XX:SharedArchiveFile=" + file : "-XX:DumpLoadedClassList=" + list());
    }

    /** Removes it, so that the next start does without: the one that had it failed. */
    void discard() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * Begins to make the archive of the classes that the running server has noted so far. It appears as a whole or, when the
     * server's end or a full disk comes first, not at all.
     */
    RunningParts.Part make() {
        try {
            Path classes = Files.write(
                    home.scratch().resolve("archived-classes.list"), classesOfTheServer(), StandardCharsets.ISO_8859_1);
            Path unfinished = home.scratch().resolve("unfinished" + SUFFIX);
            List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
            command.addAll(jvm.command(
                    List.of(
                            "-Xshare:dump",
                            // hundreds of classes cannot be archived, and that is as it should be
                            "-Xlog:disable",
                            "-Xlog:all=error",
                            "-XX:SharedClassListFile=" + classes,
                            "-XX:SharedArchiveFile=" + unfinished),
                    List.of()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(home.freshLog("class-archive").toFile())
                    .start();
            FormerRun.record(home.archiverRecord(), process.toHandle());
            CompletableFuture<?> done = process.onExit().thenAccept(ended -> keepIfMade(ended, unfinished));
            return () -> {
                process.destroyForcibly();
                done.join();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path list() {
        return home.scratch().resolve("classes.list");
    }

    /** Those of the application have loaders of their own, which an archive cannot serve; the last line may be half written. */
    private List<String> classesOfTheServer() throws IOException {
        String noted = Files.readString(list(), StandardCharsets.ISO_8859_1);
        return noted.substring(0, noted.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> !line.contains(" source: "))
                .toList();
    }

    private void keepIfMade(Process ended, Path unfinished) {
        if (ended.exitValue() != 0) {
            return;
        }
        try {
            removeOthers();
            PrivateFiles.moveWhole(unfinished, file);
        } catch (IOException | UncheckedIOException e) {
            // the next start makes it
        }
    }

    private void removeOthers() throws IOException {
        try (Stream<Path> beside = Files.list(file.resolveSibling(""))) {
            for (Path other :
                    beside.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                Files.deleteIfExists(other);
            }
        }
    }
}
