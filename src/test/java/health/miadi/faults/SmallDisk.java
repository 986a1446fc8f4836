package health.miadi.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A disk that has room for a database and little more, on which it is for as long as this is open. */
final class SmallDisk implements AutoCloseable {
    private static final int ROOM_MEGABYTES = 64;
    private static final int CHUNK = 1024 * 1024;

    private final OwnPostgres postgres;
    private final Path home;
    private final Path disk;

    private SmallDisk(OwnPostgres postgres, Path disk) {
        this.postgres = postgres;
        this.home = postgres.data();
        this.disk = disk;
    }

    /** Takes the database there and starts it. */
    static SmallDisk mount(OwnPostgres postgres) {
        Path disk = Program.directory("disk");
        try {
            postgres.stop();
            int used = Integer.parseInt(
                    Program.run(List.of("du", "-sm", postgres.data().toString()))
                            .split("\t")[0]);
            Program.run(List.of(
                    "mount", "-t", "tmpfs", "-o", "size=" + (used + ROOM_MEGABYTES) + "m", "tmpfs", disk.toString()));
        } catch (IllegalStateException refused) {
            postgres.start();
            Figures.skipped("only root may mount a small disk to fill");
            Assumptions.abort("only root may mount");
        }
        var small = new SmallDisk(postgres, disk);
        postgres.moveTo(disk.resolve("data"));
        postgres.start();
        return small;
    }

    /** Until nothing more fits; what became free since the last time is taken as well. */
    void fill() {
        try (OutputStream ballast =
                Files.newOutputStream(disk.resolve("ballast"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] chunk = new byte[CHUNK];
            while (true) {
                ballast.write(chunk);
            }
        } catch (IOException full) {
            // as it should be
        }
    }

    void empty() {
        try {
            Files.deleteIfExists(disk.resolve("ballast"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        empty();
        if (postgres.isRunning()) {
            postgres.stop();
        }
        postgres.moveTo(home);
        Program.run(List.of("umount", disk.toString()));
        postgres.start();
    }
}
