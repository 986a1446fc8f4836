package health.miadi.console.transfer;

import health.miadi.console.storage.Storage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Moves a clinic into a storage and out of it. */
public final class ClinicTransfer {
    private final Storage storage;
    private final Clock clock;
    private final Progress progress;

    public ClinicTransfer(Storage storage, Clock clock, Progress progress) {
        this.storage = storage;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Takes a clinic in, or tries it. Doing it again adds nothing twice; after an interruption it goes on where it stopped.
     *
     * @param source an export, or a directory with {@code providers.csv}, {@code patients.csv} and {@code encounters.csv}
     * @param rejects the file that is made of what is not taken, if anything is
     * @throws TransferException when the source is damaged or none: then nothing was taken
     */
    public TransferReport take(Path source, Path rejects, ImportSettings settings) {
        try (Rejects refused = new Rejects(rejects)) {
            TransferReport report = settings.rehearsal()
                    ? storage.rehearsing(() -> take(source, refused, settings))
                    : take(source, refused, settings);
            return report.listing(refused.count());
        }
    }

    private TransferReport take(Path source, Rejects refused, ImportSettings settings) {
        return Files.isDirectory(source)
                ? new CsvImport(storage, settings, clock.instant(), refused, progress).take(source)
                : new ExportImport(storage, refused, progress).take(new ExportFile(source));
    }

    /**
     * Writes all of the clinic into one file.
     *
     * @throws TransferException when it cannot be written: then what was there before is still there
     */
    public TransferReport export(Path file) {
        return new ClinicExport(storage, clock.instant(), progress).write(file);
    }
}
